import { Hono } from 'hono'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPublisher } from '../run-publisher.ts'
import type { RunningPublisher } from '../run-publisher.ts'
import { serveRelease } from '../serve/serve-release.ts'
import { createFakeSite, fakeRules } from '../test-doubles/fake-site.ts'
import { createMemorySource } from '../test-doubles/memory-source.ts'
import type { MemorySource } from '../test-doubles/memory-source.ts'
import { readFiles } from '../test-doubles/release-contents.ts'

const practice = { _id: 'x1', _type: 'practice', slug: 'a', title: 'Читаем вместе', organization: 'o1' }

let dataDir = ''
let source: MemorySource
let publisher: RunningPublisher
let errors: unknown[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-redirects-'))
  await mkdir(join(dataDir, 'assets'))
  await writeFile(join(dataDir, 'assets/style.css'), 'body{}')
  source = createMemorySource([practice])
  errors = []
  publisher = await start()
})
afterEach(async () => {
  await publisher.close()
  await rm(dataDir, { recursive: true })
})

function start(id = 'code-1'): Promise<RunningPublisher> {
  return runPublisher({
    source,
    bundle: { createSite: createFakeSite, assetsDir: join(dataDir, 'assets'), id },
    rules: fakeRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => new Date('2026-09-01T09:00:00Z'),
    onError: (error) => errors.push(error),
  })
}

/** Publishes, and waits for the former address to come back from the lake too. */
async function put(...documents: { _id: string; _type: string; slug: string }[]): Promise<void> {
  for (const document of documents) source.put(document)
  await publisher.whenIdle()
  await publisher.whenIdle()
}

async function get(path: string): Promise<[number, string | null]> {
  const app = new Hono().get('*', serveRelease(publisher))
  const response = await app.request(path)
  return [response.status, response.headers.get('Location')]
}

test('who comes to a former address is led on, with the question they came with', async () => {
  await put({ ...practice, slug: 'b' })
  expect(await get('/praktiki/a/?x=1')).toEqual([301, '/praktiki/b/?x=1'])
  expect(await get('/praktiki/a')).toEqual([301, '/praktiki/b/'])
  expect(await get('/praktiki/b/')).toEqual([200, null])
})

test('plain hosts get a small page that is not indexed, web servers a list', async () => {
  await put({ ...practice, slug: 'b' })
  const files = await readFiles(publisher.publicDir)
  const page = files.get('praktiki/a/index.html')
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/praktiki/b/">')
  expect(page).toContain('<link rel="canonical" href="https://example.ru/praktiki/b/">')
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(files.get('redirects.map')).toBe('/praktiki/a/ /praktiki/b/;\n')
})

test('a second rename leads from both addresses to the third', async () => {
  await put({ ...practice, slug: 'b' })
  await put({ ...practice, slug: 'c' })
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/c/'])
  expect(await get('/praktiki/b/')).toEqual([301, '/praktiki/c/'])
})

test('a new document at a former address is what stands there', async () => {
  await put({ ...practice, slug: 'b' })
  await put({ ...practice, _id: 'x2' })
  expect(await get('/praktiki/a/')).toEqual([200, null])
  source.remove('x2')
  await publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})

test('without its document a former address leads nowhere', async () => {
  await put({ ...practice, slug: 'b' })
  source.remove('x1')
  await publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([404, null])
  const files = [...(await readFiles(publisher.publicDir)).keys()]
  expect(files.filter((file) => /redirects|praktiki\/a/.test(file))).toEqual([])
})

test.each(['code-1', 'code-2'])('a rename while nobody published is noticed by %s', async (id) => {
  await publisher.close()
  source.put({ ...practice, slug: 'b' })
  publisher = await start(id)
  await publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})

test('a full build knows what incremental publishing knew', async () => {
  await put({ ...practice, slug: 'b' })
  await publisher.close()
  publisher = await start('code-2')
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})

test('a restart mends what a crash left', async () => {
  await put({ ...practice, slug: 'b' })
  await rm(join(publisher.publicDir, 'praktiki/a'), { recursive: true })
  await publisher.close()
  publisher = await start()
  expect((await readFiles(publisher.publicDir)).has('praktiki/a/index.html')).toBe(true)
})

test('a lake that does not take former addresses is reported once, and asked again', async () => {
  const remember: MemorySource['remember'] = source.remember.bind(source)
  source.remember = () => Promise.reject(new Error('read only'))
  await put({ ...practice, slug: 'b' })
  await publisher.tick()
  expect(errors).toEqual([new Error('read only')])
  source.remember = remember
  await publisher.tick()
  await publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})
