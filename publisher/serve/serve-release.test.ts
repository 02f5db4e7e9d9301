import { Hono } from 'hono'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brotliCompressSync } from 'node:zlib'
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
    '.secret': 'тайна',
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(publicDir, name, '..'), { recursive: true })
    await writeFile(join(publicDir, name), text)
  }
  await writeFile(join(publicDir, 'index.html.br'), brotliCompressSync('главная'))
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
  ['gzip, br;q=0', null],
  ['gzip', null],
  ['', null],
])('a reader that accepts "%s" gets %s', async (accepted, encoding) => {
  const response = await app.request('/', { headers: { 'Accept-Encoding': accepted } })
  expect(response.headers.get('Content-Encoding')).toBe(encoding)
  expect(response.headers.get('Vary')).toBe('Accept-Encoding')
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
