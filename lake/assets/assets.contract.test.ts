import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
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

function drawPhoto(width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer()
}

function upload(kind: 'images' | 'files', body: BodyInit, query = '', init: RequestInit = {}) {
  return fixture.request('editor', `/v1/assets/${kind}/production${query}`, { method: 'POST', body, ...init })
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

test.each([
  ['images', '<!doctype html><script>alert(1)</script>', '?filename=photo.png'],
  ['images', '%PDF-1.7', '?filename=photo.jpg'],
  ['images', 'GIF89a<script>alert(1)</script>', '?filename=photo.gif'],
  ['images', '', '?filename=empty.png'],
  ['files', '', '?filename=empty.pdf'],
  ['files', `MZ${'\0'.repeat(200)}`, '?filename=order.pdf'],
] as const)('to %s %j is refused in Russian, and leaves nothing behind', async (kind, body, query) => {
  const response = await upload(kind, body, query, { headers: { 'content-type': 'image/png' } })
  expect(response.status).toBe(400)
  const { error } = await response.json()
  expect(error.description).toMatch(/[а-я]/)
  for (const folder of ['images', 'files', 'incoming']) {
    expect(readdirSync(join(fixture.dataDir, 'assets', folder))).toEqual([])
  }
})

test('HTML in a file is text to be saved, whatever it is called', async () => {
  const { document } = await (
    await upload('files', '<html><script>alert(1)</script>', '?filename=x.html')
  ).json()
  expect(document).toMatchObject({ extension: 'txt', mimeType: 'text/plain' })
  const response = await fixture.request('viewer', new URL(document.url).pathname)
  expect(response.headers.get('content-type')).toBe('text/plain')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/)
})

test('what an editor writes into an asset document does not make a page of the file', async () => {
  const { document } = await (await upload('files', '<script>alert(1)</script>')).json()
  await fixture
    .client('editor')
    .patch(document._id)
    .set({ mimeType: 'text/html', extension: 'html' })
    .commit()
  const response = await fixture.request('viewer', new URL(document.url).pathname)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('an SVG is kept without its script and served so that nothing could run', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"><script>alert(1)</script></svg>'
  const { document } = await (await upload('images', svg, '?filename=x.svg')).json()
  expect(document).toMatchObject({ extension: 'svg', mimeType: 'image/svg+xml' })
  const response = await fixture.request('viewer', new URL(document.url).pathname)
  expect(await response.text()).not.toMatch(/script|onload/)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('a photo that is attached as a file loses its place, too', async () => {
  const photo = await sharp(await drawPhoto())
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 0/1 0/1' } })
    .toBuffer()
  const { document } = await (await upload('files', photo, '?filename=x.jpg')).json()
  const served = await fixture.request('viewer', new URL(document.url).pathname)
  expect(await sharp(Buffer.from(await served.arrayBuffer())).metadata()).not.toHaveProperty('exif')
})

test.each([
  '/images/local/production/..%2f..%2f..%2faccounts.sqlite',
  '/images/local/production/%2e%2e%2faccounts.sqlite',
  '/files/local/production/..%5c..%5caccounts.sqlite',
  '/files/local/..%2f..%2faccounts.sqlite/x',
  '/files/local/production/../../../accounts.sqlite',
  '/files/..%2f/production/a94a8fe5ccb19ba61c4c0873d391e987982fbbd3.pdf',
  '/files/local/production/a94a8fe5ccb19ba61c4c0873d391e987982fbbd3.pdf%00.jpg',
  '/files/local/production/a94a8fe5ccb19ba61c4c0873d391e987982fbbd3.pdf',
  '/files/local/production/incoming',
])('no path leads out: %s', async (path) => {
  const response = await fixture.request('editor', path)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('SQLite')
})

test('an upload that is too large is refused, told or untold', async () => {
  const told = await upload('images', 'x', '', { headers: { 'content-length': String(41 * 1024 * 1024) } })
  expect(told.status).toBe(413)

  const chunk = new Uint8Array(1024 * 1024)
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(pen) {
      sent += 1
      if (sent > 100) pen.close()
      else pen.enqueue(chunk)
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as const
  const untold = await fixture.request('editor', '/v1/assets/images/production', init)
  expect(untold.status).toBe(413)
  expect(sent).toBeLessThan(50)
  expect(readdirSync(join(fixture.dataDir, 'assets', 'incoming'))).toEqual([])
})

test('an upload that breaks off leaves nothing behind', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (pen) => pen.enqueue(PDF),
    pull: (pen) => pen.error(new Error('connection lost')),
  })
  const init = { method: 'POST', body, duplex: 'half' } as const
  const response = await fixture.request('editor', '/v1/assets/files/production', init)
  expect(response.status).toBe(500)
  expect(readdirSync(join(fixture.dataDir, 'assets', 'incoming'))).toEqual([])
})

test('no address in an upload is ever visited', async () => {
  let visits = 0
  const server = createServer((_request, response) => {
    visits += 1
    response.end('secret')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/x`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${url}"/><style>@import url(${url})</style></svg>`

  const query = `?sourceUrl=${encodeURIComponent(url)}&url=${encodeURIComponent(url)}`
  const { document } = await (await upload('images', svg, query)).json()
  await upload('files', url, query)
  await upload('images', url, query)
  await fixture.request('viewer', `${new URL(document.url).pathname}?w=100&fm=png`)
  await fixture.request('viewer', `/images/local/production/${encodeURIComponent(url)}`)
  server.close()
  expect(visits).toBe(0)
})

test('parameters of an upload are checked', async () => {
  expect((await upload('files', PDF, '?sourceId=1&sourceUrl=javascript:alert(1)')).status).toBe(400)
  expect((await upload('files', PDF, `?title=${'x'.repeat(2_001)}`)).status).toBe(400)
  expect(
    (await fixture.request('editor', '/v1/assets/files/other', { method: 'POST', body: PDF })).status,
  ).toBe(404)
})
