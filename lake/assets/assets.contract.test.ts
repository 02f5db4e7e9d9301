import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLakeFixture, ORIGIN, type LakeFixture } from '../lake-fixture.ts'

const PDF = Buffer.from('%PDF-1.7\nприказ о наставничестве')

let fixture: LakeFixture

beforeEach(async () => {
  fixture = await createLakeFixture({
    // Strangers do not see what is marked secret, as consent papers are.
    publicView: ({ secret: _secret, ...rest }) => rest,
  })
})

afterEach(() => fixture.close())

function drawPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer()
}

async function statusFor(role: 'viewer' | null, path: string): Promise<number> {
  return (await fixture.request(role, path)).status
}

test('the official client uploads an image and gets its document', async () => {
  const photo = await drawPhoto()
  const document = await fixture.client('editor').assets.upload('image', photo, {
    filename: 'Урок.jpg',
    title: 'Урок',
    source: { id: 's1', name: 'архив' },
  })
  expect(document).toMatchObject({
    _id: `image-${document.sha1hash}-64x48-jpg`,
    _type: 'sanity.imageAsset',
    assetId: document.sha1hash,
    extension: 'jpg',
    mimeType: 'image/jpeg',
    originalFilename: 'Урок.jpg',
    title: 'Урок',
    size: photo.length,
    path: `images/local/production/${document.sha1hash}-64x48.jpg`,
    url: `${ORIGIN}/images/local/production/${document.sha1hash}-64x48.jpg`,
    metadata: { dimensions: { width: 64, height: 48 }, isOpaque: true, palette: { dominant: {} } },
    source: { _type: 'sanity.assetSourceData', id: 's1', name: 'архив' },
  })
  expect(await fixture.client('viewer').getDocument(document._id)).toEqual(document)
  const served = await fixture.request('viewer', new URL(document.url).pathname)
  expect(Buffer.from(await served.arrayBuffer()).equals(photo)).toBe(true)
})

test('the official client uploads a file, and the same one again gives the same document', async () => {
  const { assets } = fixture.client('editor')
  const first = await assets.upload('file', PDF, { filename: 'Приказ № 15.pdf' })
  expect(first).toMatchObject({
    _id: `file-${first.sha1hash}-pdf`,
    _type: 'sanity.fileAsset',
    mimeType: 'application/pdf',
    originalFilename: 'Приказ № 15.pdf',
    url: `${ORIGIN}/files/local/production/${first.sha1hash}.pdf`,
  })
  const again = await Promise.all(
    Array.from({ length: 5 }, () => assets.upload('file', PDF, { filename: 'другой.pdf' })),
  )
  expect(new Set(again.map(({ _rev }) => _rev))).toEqual(new Set([first._rev]))
})

test.each([
  [null, 401],
  ['viewer', 403],
] as const)('%s may not upload', async (role, status) => {
  const path = '/v1/assets/files/production'
  expect((await fixture.request(role, path, { method: 'POST', body: PDF })).status).toBe(status)
  expect(readdirSync(join(fixture.dataDir, 'assets', 'files'))).toEqual([])
})

test('strangers get an asset only through what they may see', async () => {
  const client = fixture.client('editor')
  const asset = await client.assets.upload('file', PDF)
  const path = new URL(asset.url).pathname
  const file = { asset: { _type: 'reference', _ref: asset._id } }
  expect([await statusFor('viewer', path), await statusFor(null, path)]).toEqual([200, 404])

  await client.create({ _id: 'drafts.practice', _type: 'practice', file })
  expect(await statusFor(null, path)).toBe(404)
  await client.create({ _id: 'person', _type: 'person', secret: file })
  expect(await statusFor(null, path)).toBe(404)
  await client.create({ _id: 'practice', _type: 'practice', nested: [{ _key: 'a', file }] })
  expect(await statusFor(null, path)).toBe(200)
  await client.delete('practice')
  expect(await statusFor(null, path)).toBe(404)
})

test('a session that has ended does not hide what is public', async () => {
  const client = fixture.client('editor')
  const asset = await client.assets.upload('image', await drawPhoto())
  await client.create({ _id: 'practice', _type: 'practice', image: { asset: { _ref: asset._id } } })
  const headers = { cookie: 'kopilka_session=ended' }
  const response = await fixture.request(null, new URL(asset.url).pathname, { headers })
  expect(response.status).toBe(200)
})

test('an export can load its assets without a token, for an hour', async () => {
  const asset = await fixture.client('editor').assets.upload('file', PDF)
  const exported = await (await fixture.request('viewer', '/v1/data/export/production')).text()
  const { url } = JSON.parse(exported)
  const { pathname, search, searchParams } = new URL(url)
  expect(`${ORIGIN}${pathname}`).toBe(asset.url)
  expect(await statusFor(null, `${pathname}${search}`)).toBe(200)

  const later = Number(searchParams.get('expires')) + 1
  const signature = searchParams.get('signature') ?? ''
  expect(await statusFor(null, `${pathname}?expires=${later}&signature=${signature}`)).toBe(404)
  expect(await statusFor(null, `${pathname}?expires=${later - 1}&signature=${signature.slice(1)}`)).toBe(404)
  const other = await fixture.client('editor').assets.upload('file', Buffer.from('%PDF-1.7 другой'))
  expect(await statusFor(null, `${new URL(other.url).pathname}${search}`)).toBe(404)
  expect(await (await fixture.request(null, '/v1/data/export/production')).text()).not.toContain('signature')
})

test.each([
  ['?w=32', 32, 24, 'jpeg'],
  ['?w=32&h=32&fit=crop', 32, 32, 'jpeg'],
  ['?rect=0,0,10,20', 10, 20, 'jpeg'],
  ['?w=200&fit=max', 64, 48, 'jpeg'],
  ['?w=16&dpr=2&fm=png', 32, 24, 'png'],
  ['?w=100&h=100&fit=fill&bg=ff0000', 100, 100, 'jpeg'],
  ['?auto=format', 64, 48, 'webp'],
  ['?auto=format&fm=jpg&q=10&flip=hv', 64, 48, 'jpeg'],
])('an image is served %s as %d×%d %s', async (query, width, height, format) => {
  const asset = await fixture.client('editor').assets.upload('image', await drawPhoto())
  const path = `${new URL(asset.url).pathname}${query}`
  const init = { headers: { accept: 'image/webp,*/*' } }
  const response = await fixture.request('viewer', path, init)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-type')).toBe(`image/${format}`)
  expect(await sharp(bytes).metadata()).toMatchObject({ width, height, format })
  const again = await fixture.request('viewer', path, init)
  expect(again.headers.get('etag')).toBe(response.headers.get('etag'))
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true)
  expect(readdirSync(join(fixture.dataDir, 'image-cache'))).toHaveLength(1)
})

test('an animation stays one when it is made smaller', async () => {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const asset = await fixture.client('editor').assets.upload('image', gif)
  const response = await fixture.request('viewer', `${new URL(asset.url).pathname}?w=20&auto=format`, {
    headers: { accept: 'image/webp' },
  })
  const metadata = await sharp(Buffer.from(await response.arrayBuffer()), { animated: true }).metadata()
  expect(metadata).toMatchObject({ format: 'webp', pages: 2, width: 20, pageHeight: 15 })
})

test.each(['?w=0', '?w=100000', '?fm=svg', '?rect=64,48,1,1', '?blur=5'])(
  '%s is refused, not guessed',
  async (query) => {
    const asset = await fixture.client('editor').assets.upload('image', await drawPhoto())
    expect(await statusFor('viewer', `${new URL(asset.url).pathname}${query}`)).toBe(400)
  },
)

test('files are served whole, in part, or not again', async () => {
  const asset = await fixture.client('editor').assets.upload('file', PDF, { filename: 'Приказ.pdf' })
  const path = new URL(asset.url).pathname
  const get = (headers: Record<string, string>, method = 'GET') =>
    fixture.request('viewer', path, { headers, method })

  const whole = await get({})
  expect(whole.headers.get('content-disposition')).toMatch(/^inline; .*filename\*=UTF-8''%D0%9F/)
  expect(whole.headers.get('cache-control')).toBe('private, max-age=3600')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  const etag = whole.headers.get('etag') ?? ''
  expect((await get({ 'if-none-match': `W/"x", ${etag}` })).status).toBe(304)

  const part = await get({ range: 'bytes=5-7' })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    `bytes 5-7/${PDF.length}`,
    '1.7',
  ])
  expect(await (await get({ range: 'bytes=-4' })).text()).toBe(PDF.subarray(-4).toString())
  expect(await (await get({ range: 'bytes=9-' })).text()).toBe(PDF.subarray(9).toString())
  expect((await get({ range: `bytes=${PDF.length}-` })).status).toBe(416)
  expect((await get({ range: 'bytes=5-7', 'if-range': '"other"' })).status).toBe(200)
  const head = await get({}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    `${PDF.length}`,
    '',
  ])
})

test('a download is named as asked, and by its content', async () => {
  const asset = await fixture.client('editor').assets.upload('file', PDF, { filename: 'Приказ.pdf' })
  const disposition = async (query: string) =>
    (await fixture.request('viewer', `${new URL(asset.url).pathname}${query}`)).headers.get(
      'content-disposition',
    )
  expect(await disposition('?dl=')).toMatch(/^attachment; .*%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7\.pdf$/)
  expect(await disposition('?dl=plan.pdf')).toContain('filename="plan.pdf"')
  expect(await disposition('?dl=../../setup.exe')).toContain('filename="setup.exe.pdf"')
  expect(await disposition('?dl=a%0d%0aSet-Cookie:x')).toContain('filename="aSet-Cookiex.pdf"')
})
