import { Hono } from 'hono'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { serveFolder } from './serve-folder.ts'
import { serveRelease } from './serve-release.ts'

let publicDir = ''
const app = new Hono()

beforeAll(async () => {
  publicDir = await mkdtemp(join(tmpdir(), 'kopilka-serve-'))
  app.all('*', serveRelease({ publicDir }))
  const files: Record<string, string> = {
    'index.html': 'главная',
    '404.html': 'нет такой',
    'praktiki/x/index.html': 'практика',
    '_astro/a.1234.css': 'body{}',
    'pagefind/base-1/pagefind.js': 'export {}',
    'pagefind/base-1/x.pf_index': 'индекс',
    'sitemap.xml': '<urlset/>',
    'robots.txt': 'Allow: /',
    '.secret': 'тайна',
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(publicDir, name, '..'), { recursive: true })
    await writeFile(join(publicDir, name), text)
  }
  await writeFile(join(publicDir, 'index.html.br'), brotliCompressSync('главная'))
  await writeFile(join(publicDir, 'robots.txt.gz'), gzipSync('Allow: /'))
  await writeFile(join(publicDir, 'index.html.gz'), gzipSync('главная'))
  await writeFile(join(publicDir, 'sitemap.xml.br'), brotliCompressSync('старое'))
  await utimes(join(publicDir, 'sitemap.xml.br'), new Date(0), new Date(0))
})
afterAll(() => rm(publicDir, { recursive: true }))

test.each([
  ['/', 200, 'text/html; charset=utf-8', 'главная'],
  ['/praktiki/x/', 200, 'text/html; charset=utf-8', 'практика'],
  ['/sitemap.xml', 200, 'application/xml; charset=utf-8', '<urlset/>'],
  ['/_astro/a.1234.css', 200, 'text/css; charset=utf-8', 'body{}'],
  ['/pagefind/base-1/x.pf_index', 200, 'application/octet-stream', 'индекс'],
  ['/net/', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/praktiki/', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/.secret', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/praktiki/%2e%2e%2f.secret', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/..%2f..%2fetc/passwd', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/404.html', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['//praktiki/x', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/praktiki/x/..%5c..%5c.secret', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/praktiki/%00/', 404, 'text/html; charset=utf-8', 'нет такой'],
  ['/%', 404, 'text/html; charset=utf-8', 'нет такой'],
])('%s answers %i', async (path, status, type, text) => {
  const response = await app.request(path)
  expect({
    status: response.status,
    type: response.headers.get('Content-Type'),
    text: await response.text(),
  }).toEqual({
    status,
    type,
    text,
  })
})

test.each([
  ['/', 'public, max-age=0, must-revalidate'],
  ['/_astro/a.1234.css', 'public, max-age=31536000, immutable'],
  ['/pagefind/base-1/pagefind.js', 'public, max-age=31536000, immutable'],
  ['/net/', 'no-cache'],
])('%s is cached as %s', async (path, expected) => {
  expect((await app.request(path)).headers.get('Cache-Control')).toBe(expected)
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0.5', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['gzip', 'gzip'],
  ['GZIP;Q=0.9, BR ; q = 0.8', 'gzip'],
  ['br;q=0.5, gzip;q=0.5', 'br'],
  ['*', 'br'],
  ['*;q=0.3, br;q=0', 'gzip'],
  ['identity, br;q=0.5', null],
  ['identity;q=0.2, gzip;q=0.3', 'gzip'],
  ['br;q=0, gzip;q=0.000', null],
  ['brotli, x-gzip, zstd', null],
  ['', null],
])('a reader that accepts "%s" gets %s', async (accepted, encoding) => {
  const response = await app.request('/', { headers: { 'Accept-Encoding': accepted } })
  expect(response.headers.get('Content-Encoding')).toBe(encoding)
  expect(response.headers.get('Vary')).toBe('Accept-Encoding')
})

test('each form of a page has its own mark', async () => {
  const marks = ['br', 'gzip', ''].map(async (accepted) => {
    const response = await app.request('/', { headers: { 'Accept-Encoding': accepted } })
    return response.headers.get('ETag')
  })
  expect(new Set(await Promise.all(marks)).size).toBe(3)
})

test('a compressed copy older than its page is not sent', async () => {
  const response = await app.request('/sitemap.xml', { headers: { 'Accept-Encoding': 'br' } })
  expect(response.headers.get('Content-Encoding')).toBeNull()
  expect(await response.text()).toBe('<urlset/>')
})

test('what the reader has is not sent again', async () => {
  const etag = (await app.request('/')).headers.get('ETag') ?? ''
  const known = await app.request('/', { headers: { 'If-None-Match': `"x", W/${etag}` } })
  expect([known.status, await known.text(), known.headers.get('ETag')]).toEqual([304, '', etag])
  await writeFile(join(publicDir, 'index.html'), 'новая')
  const changed = await app.request('/', { headers: { 'If-None-Match': etag } })
  expect([changed.status, await changed.text()]).toEqual([200, 'новая'])
})

test.each([
  ['bytes=2-4', 206, 'bytes 2-4/9', 'rls'],
  ['bytes=0-0', 206, 'bytes 0-0/9', '<'],
  ['bytes=6-', 206, 'bytes 6-8/9', 't/>'],
  ['bytes=-3', 206, 'bytes 6-8/9', 't/>'],
  ['bytes=-300', 206, 'bytes 0-8/9', '<urlset/>'],
  ['bytes=7-900', 206, 'bytes 7-8/9', '/>'],
  ['bytes=9-', 416, 'bytes */9', ''],
  ['bytes=-0', 416, 'bytes */9', ''],
  ['bytes=4-2', 200, null, '<urlset/>'],
  ['bytes=-', 200, null, '<urlset/>'],
  ['bytes=0-1,3-4', 200, null, '<urlset/>'],
  ['lines=1-2', 200, null, '<urlset/>'],
])('the range %s is answered with %i', async (range, status, contentRange, text) => {
  const response = await app.request('/sitemap.xml', { headers: { Range: range } })
  const length = status === 416 ? null : String(text.length)
  expect({
    status: response.status,
    range: response.headers.get('Content-Range'),
    length: response.headers.get('Content-Length'),
    text: await response.text(),
  }).toEqual({ status, range: contentRange, length, text })
})

test.each([
  ['the very bytes', (etag: string) => ({ 'If-Range': etag }), 206],
  ['other bytes', () => ({ 'If-Range': '"other"' }), 200],
  ['bytes that are only like them', (etag: string) => ({ 'If-Range': `W/${etag}` }), 200],
  ['a date', () => ({ 'If-Range': new Date(0).toUTCString() }), 200],
  ['the whole already', (etag: string) => ({ 'If-None-Match': etag }), 304],
  ['anything', () => ({ 'If-None-Match': '*' }), 304],
])('a part is sent to who has %s', async (_, headersOf, status) => {
  const etag = (await app.request('/sitemap.xml')).headers.get('ETag') ?? ''
  const response = await app.request('/sitemap.xml', { headers: { Range: 'bytes=2-4', ...headersOf(etag) } })
  expect(response.status).toBe(status)
})

test('there are no parts of a page that is not there, nor of a head, nor of a compressed copy', async () => {
  const headers = { Range: 'bytes=0-1' }
  expect(
    (await app.request('/robots.txt', { headers: { ...headers, 'Accept-Encoding': 'gzip' } })).status,
  ).toBe(200)
  expect((await app.request('/net/', { headers })).status).toBe(404)
  expect((await app.request('/sitemap.xml', { headers, method: 'HEAD' })).status).toBe(200)
})

test('a page without its slash is redirected', async () => {
  const response = await app.request('/praktiki/x?q=1')
  expect([response.status, response.headers.get('Location')]).toEqual([308, '/praktiki/x/?q=1'])
})

test('only reading is allowed', async () => {
  const response = await app.request('/', { method: 'POST' })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
})

test('a head has the headers of the page and no body', async () => {
  const response = await app.request('/sitemap.xml', { method: 'HEAD' })
  expect([response.status, response.headers.get('Content-Length'), await response.text()]).toEqual([
    200,
    '9',
    '',
  ])
})

test.each(['/', '/net/', '/praktiki/x'])(
  '%s allows nothing of other hosts and no inline script',
  async (path) => {
    const policy = (await app.request(path)).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/)
  },
)

test.each([
  ['/app/', 200, 'главная'],
  ['/app/any/page', 200, 'главная'],
  ['/app/edit/id=map;path=stages%5B0%5D.activities', 200, 'главная'],
  ['/app/_astro/a.1234.css', 200, 'body{}'],
  ['/app/static/missing.js', 404, ''],
])('an application below /app answers %s with %i', async (path, status, text) => {
  await writeFile(join(publicDir, 'index.html'), 'главная')
  const handler = serveFolder({
    folder: () => publicDir,
    base: '/app',
    immutable: /^\/_astro\//,
    fallback: { path: '/index.html', status: 200 },
    headers: {},
  })
  const response = await new Hono().all('*', handler).request(path)
  expect([response.status, await response.text()]).toEqual([status, text])
})
