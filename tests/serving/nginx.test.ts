import { Hono } from 'hono'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveRelease } from '#publisher/serve/serve-release.ts'
import { findNginx } from '#scripts/checks/find-nginx.ts'
import { listen } from '#scripts/server/listen.ts'
import { askServer } from './ask-server.ts'
import type { Answer, Place } from './ask-server.ts'
import { runNginx } from './run-nginx.ts'

/** Former addresses may be long, and many. */
const LONG = `/organizacii/${'municipalnoe-obshcheobrazovatelnoe-uchrezhdenie-'.repeat(4)}`

const SITE = {
  'index.html': `<p>Главная ${'и ещё слово '.repeat(100)}`,
  '404.html': '<p>Такой страницы нет',
  'praktiki/x/index.html': '<p>Практика',
  'organizacii/shkola/vstavka/index.html': '<p>Вставка',
  'organizacii/shkola/karta.docx': 'docx',
  'organizacii/shkola/karta.csv': 'раздел;срок',
  'kalendar.ics': 'BEGIN:VCALENDAR',
  'sitemap.xml': '<urlset/>',
  'robots.txt': 'User-agent: *',
  'site.webmanifest': '{}',
  'oblozhka.png': 'png',
  'znak.svg': '<svg/>',
  'znak.ico': 'ico',
  'foto.jpg': 'jpg',
  'foto.webp': 'webp',
  'list.pdf': 'pdf',
  'search/index.json': '{}',
  '_astro/a.1234.css': 'body{}',
  '_astro/golos.woff2': 'woff2',
  '_astro/a.1234.js': `export {} // ${'слово '.repeat(200)}`,
  'pagefind/base-1/x.pf_index': 'индекс',
  'redirects.map': redirectsTo('/praktiki/x/'),
  '.secret': 'тайна',
} as const satisfies Record<string, string>

const PACKED = ['index.html', '_astro/a.1234.js']

/** Headers that must be the same, for answers of these kinds. */
const ALWAYS = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cache-control',
  'location',
  'allow',
  'content-range',
]
const WITH_BODY = ['content-type', 'content-length', 'content-encoding', 'vary', 'accept-ranges']

const program = await findNginx()

describe.skipIf(program === null)('nginx with docs/nginx.conf', () => {
  const closing: (() => Promise<unknown>)[] = []
  let folder = ''
  let nginx: Place = { port: 0 }
  let door: Place = { port: 0 }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kopilka-nginx-'))
    closing.push(() => rm(folder, { recursive: true }))
    await writeSite(join(folder, 'first', 'public'))
    await symlink('first', join(folder, 'current'))
    const publicDir = join(folder, 'current', 'public')
    const site = new Hono().all('*', serveRelease({ publicDir }))
    const listening = await listen((asked) => site.fetch(asked), 0)
    closing.push(() => listening.close())
    door = { port: listening.port }
    const running = await runNginx({
      program: program ?? '',
      folder,
      configuration: join(import.meta.dirname, '../../docs/nginx.conf'),
      root: publicDir,
      port: await startKopilka(closing),
    })
    closing.push(() => running.stop())
    nginx = { socketPath: running.socket }
  })

  afterAll(async () => {
    for (const close of closing.toReversed()) await close()
  })

  test.each([
    ...Object.keys(SITE).map((file) => [`/${file.replace(/index\.html$/, '')}`, {}] as const),
    ['/', { 'Accept-Encoding': 'gzip' }],
    ['/', { 'Accept-Encoding': 'gzip;q=0' }],
    ['/_astro/a.1234.js', { 'Accept-Encoding': 'gzip, deflate' }],
    ['/_astro/a.1234.js', { 'Accept-Encoding': 'gzip', Range: 'bytes=3-9' }],
    ['/praktiki/x/', { 'Accept-Encoding': 'gzip' }],
    ['/praktiki/x', {}],
    ['/praktiki/x?q=1&r=2', {}],
    ['/praktiki', {}],
    ['/praktiki/', {}],
    ['/praktiki/%78/', {}],
    ['/praktiki/staraya/', {}],
    ['/praktiki/staraya/?q=1', {}],
    ['/praktiki/staraya/?q=1&r=%20', {}],
    [`${LONG}99/`, {}],
    ['/net/', {}],
    ['/net', {}],
    ['/net.css', {}],
    ['/_astro/net.js', {}],
    ['/404.html', {}],
    ['//praktiki/x', {}],
    ['//praktiki/x/', {}],
    ['/praktiki//x/', {}],
    ['/.git/config', {}],
    ['/praktiki/.secret', {}],
    ['/sitemap.xml', { Range: 'bytes=2-4' }],
    ['/sitemap.xml', { Range: 'bytes=-3' }],
    ['/sitemap.xml', { Range: 'bytes=7-900' }],
    ['/sitemap.xml', { Range: 'bytes=9-' }],
    ['/sitemap.xml', { Range: 'bytes=0-1,3-4' }],
    ['/sitemap.xml', { Range: 'bytes=2-4', 'If-Range': '"other"' }],
  ] as const)('GET %s %o is answered as by the front door', async (path, headers) => {
    expect(outline(await askServer(nginx, path, headers))).toEqual(
      outline(await askServer(door, path, headers)),
    )
  })

  test.each([
    ['HEAD', '/'],
    ['HEAD', '/net/'],
    ['HEAD', '/praktiki/staraya/'],
    ['POST', '/'],
    ['DELETE', '/sitemap.xml'],
    ['POST', '/praktiki/x'],
  ])('%s %s is answered as by the front door', async (method, path) => {
    expect(outline(await askServer(nginx, path, {}, method))).toEqual(
      outline(await askServer(door, path, {}, method)),
    )
  })

  test.each(['/', '/sitemap.xml', '/_astro/a.1234.js'])(
    'what the reader has of %s is not sent again, a part of it is',
    async (path) => {
      for (const place of [nginx, door]) {
        const etag = String((await askServer(place, path)).headers.etag)
        expect((await askServer(place, path, { 'If-None-Match': etag })).status).toBe(304)
        expect((await askServer(place, path, { 'If-None-Match': '"x"' })).status).toBe(200)
        expect((await askServer(place, path, { 'If-Range': etag, Range: 'bytes=0-1' })).status).toBe(206)
      }
    },
  )

  test.each([
    '/../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/x',
    '/praktiki/%2e%2e%2f.secret',
    '/%00',
    '/%',
  ])('%s is refused', async (path) => {
    for (const place of [nginx, door]) expect([400, 404]).toContain((await askServer(place, path)).status)
  })

  test.each([
    '/v1/users/me',
    '/vX/data/live',
    '/v2025-02-19/data/query/production?query=*%5B_type%3D%3D%22page%22%5D',
    '/images/local/production/a-1x1.png',
    '/files/local/production/a.pdf',
    '/studio',
    '/studio/structure',
    '/publisher/status?id=x',
    '/preview',
    '/preview/praktiki/x/',
  ])('%s goes to Kopilka and keeps its headers', async (path) => {
    const { body, headers } = await askServer(nginx, path, { 'X-Forwarded-For': '10.1.1.1' }, 'POST')
    expect(body.toString()).toBe(`POST ${path} nastavnik.test unix:`)
    expect([
      headers['x-frame-options'],
      headers['content-security-policy'],
      headers['cache-control'],
    ]).toEqual(['DENY', undefined, undefined])
  })

  test.each(['/vse-o-nastavnichestve/', '/v1x/', '/v2025-itogi/', '/studiya/', '/previewer/'])(
    '%s is of the site',
    async (path) => {
      expect((await askServer(nginx, path)).body.toString()).toBe(SITE['404.html'])
    },
  )

  test('sockets reach Kopilka', async () => {
    const asking = request({
      ...nginx,
      path: '/socket/production',
      headers: { Connection: 'Upgrade', Upgrade: 'websocket' },
    })
    asking.end()
    const [response, socket] = await once(asking, 'upgrade')
    expect(response.statusCode).toBe(101)
    socket.write('здравствуйте')
    const [echo] = await once(socket, 'data')
    expect(String(echo)).toBe('здравствуйте')
    socket.destroy()
  })

  test('a new release is served as soon as the link names it', async () => {
    await mkdir(join(folder, 'second', 'public'), { recursive: true })
    await writeFile(join(folder, 'second', 'public', 'index.html'), 'Новая')
    await symlink('second', join(folder, 'next'))
    await rename(join(folder, 'next'), join(folder, 'current'))
    expect((await askServer(nginx, '/')).body.toString()).toBe('Новая')
    await symlink('first', join(folder, 'next'))
    await rename(join(folder, 'next'), join(folder, 'current'))
  })
})

function outline({ status, headers, body }: Answer) {
  // nginx 1.22 repeats the added headers here.
  if (status === 416) return { status, range: headers['content-range'] }
  const told = status === 200 || status === 206 || status === 404
  const names = told ? [...ALWAYS, ...WITH_BODY] : ALWAYS
  return {
    status,
    ...Object.fromEntries(names.map((name) => [name, headers[name]])),
    body: told ? body : null,
  }
}

function redirectsTo(path: string): string {
  const former = ['/praktiki/staraya/', ...Array.from({ length: 3000 }, (_, number) => `${LONG}${number}/`)]
  return former.map((from) => `${from} ${path};\n`).join('')
}

async function writeSite(publicDir: string): Promise<void> {
  for (const [name, text] of Object.entries(SITE)) {
    await mkdir(dirname(join(publicDir, name)), { recursive: true })
    await writeFile(join(publicDir, name), text)
    if (!PACKED.includes(name)) continue
    await writeFile(join(publicDir, `${name}.br`), brotliCompressSync(text))
    await writeFile(join(publicDir, `${name}.gz`), gzipSync(text))
  }
}

/** Stands for the running Kopilka: says what it was asked, and repeats what it hears on a socket. */
async function startKopilka(closing: (() => Promise<unknown>)[]): Promise<number> {
  const server = createServer((asked, answer) => {
    answer.setHeader('X-Frame-Options', 'DENY')
    answer.end([asked.method, asked.url, asked.headers.host, asked.headers['x-forwarded-for']].join(' '))
  })
  server.on('upgrade', (_, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
