import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

const PDF = Buffer.from('%PDF-1.7\nприказ о наставничестве')

let fixture: LakeFixture

beforeEach(async () => {
  fixture = await createLakeFixture()
})

afterEach(() => fixture.close())

function drawPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer()
}

function upload(kind: 'images' | 'files', body: BodyInit, query = '', init: RequestInit = {}) {
  return fixture.request('editor', `/v1/assets/${kind}/production${query}`, { method: 'POST', body, ...init })
}

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

test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
  'of a photo as %s nothing is kept that tells where it was taken, whichever way it comes',
  async (format) => {
    const place = '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="55,45N"/>'
    const photo = await sharp(await drawPhoto())
      .withExif({ IFD0: { Make: 'GPS-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 0/1 0/1' } })
      .withXmp(
        `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${place}</rdf:RDF></x:xmpmeta>`,
      )
      .toFormat(format)
      .toBuffer()
    expect(photo.includes('GPS')).toBe(true)
    for (const kind of ['images', 'files'] as const) {
      const response = await upload(kind, new Uint8Array(photo), `?filename=x.${format}`)
      expect(response.status).toBe(format === 'tiff' ? 400 : 200)
      const { document } = await response.json()
      if (!document) continue
      expect(JSON.stringify(document)).not.toContain('GPS')
      const served = await fixture.request('viewer', new URL(document.url).pathname)
      expect(Buffer.from(await served.arrayBuffer()).includes('GPS')).toBe(false)
    }
  },
)

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
