import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { author, openPublishingScene, practice, school } from './test-doubles/publishing-scene.ts'
import type { PublishingScene } from './test-doubles/publishing-scene.ts'
import { readFiles, readFoundPages } from './test-doubles/release-contents.ts'

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([school, author, practice])
})
afterEach(() => scene.close())

test('the first release holds every page, the assets and the search', async () => {
  const { publisher } = scene
  const files = await readFiles(publisher.publicDir)
  const uncompressed = [...files.keys()].filter((path) => !/\.(?:br|gz)$/.test(path))
  expect(uncompressed).toEqual([
    '404.html',
    'index.html',
    'organizacii/shkola/index.html',
    'praktiki/chitaem/index.html',
    'praktiki/index.html',
    'robots.txt',
    'style.css',
  ])
  expect(files.get('style.css.br')).toBe(files.get('style.css'))
  expect(files.get('praktiki/chitaem/index.html')).toContain('Иванова А.А.')
  expect([...(await readFoundPages(publisher.publicDir)).keys()]).toEqual([
    '/organizacii/shkola/',
    '/praktiki/chitaem/',
  ])
  expect(publisher.status()).toMatchObject({
    state: 'idle',
    pages: 6,
    failures: [],
    rejected: [],
    problem: null,
  })
})

test('a change renders only the pages that read it', async () => {
  const { publisher } = scene
  scene.rendered = []
  scene.source.put({ ...author, name: 'Петрова Б.Б.' })
  await publisher.whenIdle()
  expect(scene.rendered).toEqual(['/praktiki/chitaem/'])
  expect(await scene.page('praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('a new document appears on its page, in the lists and in the search', async () => {
  const { publisher } = scene
  scene.source.put({ ...practice, _id: 'x2', slug: 'pishem', title: 'Пишем диктант' })
  await publisher.whenIdle()
  expect(await scene.page('praktiki/pishem/index.html')).toContain('Пишем диктант')
  expect(await scene.page('index.html')).toContain('Пишем диктант')
  expect((await readFoundPages(publisher.publicDir)).get('/praktiki/pishem/')).toContain('Пишем диктант')
})

test('the compressed copy of a page follows the page', async () => {
  const { publisher } = scene
  for (const title of ['Пишем диктант '.repeat(40), 'Пишем изложение '.repeat(40)]) {
    scene.source.put({ ...practice, title })
    await publisher.whenIdle()
    expect(await scene.page('praktiki/chitaem/index.html.br')).toContain(title)
  }
  scene.source.put({ ...practice, title: 'К' })
  await publisher.whenIdle()
  expect(await scene.page('praktiki/chitaem/index.html.br')).toBeUndefined()
})

test('an unpublished document vanishes from page, folder, lists and search', async () => {
  const { publisher } = scene
  scene.source.remove('x1')
  await publisher.whenIdle()
  expect(await readdir(join(publisher.publicDir, 'praktiki'))).not.toContain('chitaem')
  expect(await scene.page('index.html')).not.toContain('Читаем вместе')
  expect([...(await readFoundPages(publisher.publicDir)).keys()]).toEqual(['/organizacii/shkola/'])
})

test('a withdrawn consent takes the name off the pages of documents that refer to the person', async () => {
  const { publisher } = scene
  scene.source.put({ ...author, consentUntil: '2026-08-31' })
  await publisher.whenIdle()
  expect(await scene.page('praktiki/chitaem/index.html')).not.toContain('Иванова')
})

test('a burst of changes is one batch', async () => {
  const { publisher } = scene
  scene.rendered = []
  for (let number = 0; number < 50; number += 1)
    scene.source.put({ ...practice, title: `Название ${number}` })
  await publisher.whenIdle()
  expect(scene.rendered.toSorted()).toEqual(['/', '/organizacii/shkola/', '/praktiki/', '/praktiki/chitaem/'])
})

test('a document that is not sound is reported and left out', async () => {
  const { publisher } = scene
  scene.source.put({ _id: 'x9', _type: 'practice', slug: 'bez-nazvaniya', organization: 'o1' })
  await publisher.whenIdle()
  expect(publisher.status().rejected).toEqual([{ id: 'x9', type: 'practice', problems: ['Нет названия'] }])
  expect(await scene.page('praktiki/bez-nazvaniya/index.html')).toBeUndefined()
  scene.source.put({ ...practice, _id: 'x9', slug: 'bez-nazvaniya' })
  await publisher.whenIdle()
  expect(publisher.status().rejected).toEqual([])
  expect(await scene.page('praktiki/bez-nazvaniya/index.html')).toContain('Читаем вместе')
})

test('the snapshot holds what readers may see', async () => {
  const { publisher } = scene
  scene.source.put({ ...author, consentUntil: '2020-01-01' })
  await publisher.whenIdle()
  await publisher.close()
  const lines = (await readFile(join(scene.dataDir, 'snapshot.ndjson'), 'utf8')).trim().split('\n')
  const documents: { _id: string }[] = lines.map((line) => JSON.parse(line))
  expect(documents.map(({ _id }) => _id)).toEqual(['o1', 'x1'])
  expect(lines.join()).not.toContain('Иванова')
})

test('what is seen of drafts is nothing', async () => {
  const { publisher } = scene
  scene.source.put({ ...practice, _id: 'drafts.x1', title: 'Черновик' })
  scene.source.put({ ...practice, _id: 'drafts.x2', slug: 'chernovik', title: 'Черновик' })
  await publisher.whenIdle()
  expect([...(await readFiles(publisher.publicDir)).values()].join()).not.toContain('Черновик')
})
