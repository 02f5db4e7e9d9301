import { Hono } from 'hono'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveRelease } from '../serve/serve-release.ts'
import type { MemorySource } from '../test-doubles/memory-source.ts'
import { openPublishingScene, practice as anyPractice } from '../test-doubles/publishing-scene.ts'
import type { PublishingScene } from '../test-doubles/publishing-scene.ts'
import { readFiles } from '../test-doubles/release-contents.ts'

const practice = { ...anyPractice, slug: 'a' }

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([practice])
})
afterEach(() => scene.close())

async function get(path: string): Promise<[number, string | null]> {
  const app = new Hono().get('*', serveRelease(scene.publisher))
  const response = await app.request(path)
  return [response.status, response.headers.get('Location')]
}

test('who comes to a former address is led on, with the question they came with', async () => {
  await scene.put({ ...practice, slug: 'b' })
  expect(await get('/praktiki/a/?x=1')).toEqual([301, '/praktiki/b/?x=1'])
  expect(await get('/praktiki/a')).toEqual([301, '/praktiki/b/'])
  expect(await get('/praktiki/b/')).toEqual([200, null])
})

test('plain hosts get a small page that is not indexed, web servers a list', async () => {
  await scene.put({ ...practice, slug: 'b' })
  const files = await readFiles(scene.publisher.publicDir)
  const page = files.get('praktiki/a/index.html')
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/praktiki/b/">')
  expect(page).toContain('<link rel="canonical" href="https://example.ru/praktiki/b/">')
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(files.get('redirects.map')).toBe('/praktiki/a/ /praktiki/b/;\n')
})

test('a second rename leads from both addresses to the third', async () => {
  await scene.put({ ...practice, slug: 'b' })
  await scene.put({ ...practice, slug: 'c' })
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/c/'])
  expect(await get('/praktiki/b/')).toEqual([301, '/praktiki/c/'])
})

test('a new document at a former address is what stands there', async () => {
  await scene.put({ ...practice, slug: 'b' })
  await scene.put({ ...practice, _id: 'x2' })
  expect(await get('/praktiki/a/')).toEqual([200, null])
  scene.source.remove('x2')
  await scene.publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})

test('without its document a former address leads nowhere', async () => {
  await scene.put({ ...practice, slug: 'b' })
  scene.source.remove('x1')
  await scene.publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([404, null])
  const files = [...(await readFiles(scene.publisher.publicDir)).keys()]
  expect(files.filter((file) => /redirects|praktiki\/a/.test(file))).toEqual([])
})

test.each(['code-1', 'code-2'])('a rename while nobody published is noticed by %s', async (id) => {
  await scene.restart({ id }, () => scene.source.put({ ...practice, slug: 'b' }))
  await scene.publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})

test('a full build knows what incremental publishing knew', async () => {
  await scene.put({ ...practice, slug: 'b' })
  await scene.restart({ id: 'code-2' })
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})

test('a restart mends what a crash left', async () => {
  await scene.put({ ...practice, slug: 'b' })
  await rm(join(scene.publisher.publicDir, 'praktiki/a'), { recursive: true })
  await scene.restart()
  expect((await readFiles(scene.publisher.publicDir)).has('praktiki/a/index.html')).toBe(true)
})

test('a lake that does not take former addresses is reported once, and asked again', async () => {
  const remember: MemorySource['remember'] = scene.source.remember.bind(scene.source)
  scene.source.remember = () => Promise.reject(new Error('read only'))
  await scene.put({ ...practice, slug: 'b' })
  await scene.publisher.tick()
  expect(scene.errors).toEqual([new Error('read only')])
  scene.source.remember = remember
  await scene.publisher.tick()
  await scene.publisher.whenIdle()
  expect(await get('/praktiki/a/')).toEqual([301, '/praktiki/b/'])
})
