import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFragments } from './search/list-fragments.ts'
import type { BuiltSite, SiteOptions } from './site-bundle/built-site.ts'
import { createFakeSite } from './test-doubles/fake-site.ts'
import { author, openPublishingScene, practice, school } from './test-doubles/publishing-scene.ts'
import type { PublishingScene } from './test-doubles/publishing-scene.ts'
import { readFiles } from './test-doubles/release-contents.ts'

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([school, author, practice])
})
afterEach(() => scene.close())

test('a restart renders nothing when nothing changed', async () => {
  await scene.restart()
  expect(scene.rendered).toEqual([])
  expect(scene.publisher.status()).toMatchObject({ state: 'idle', pages: 6 })
})

test('a restart publishes what changed meanwhile', async () => {
  await scene.restart({}, () => scene.source.put({ ...author, name: 'Петрова Б.Б.' }))
  expect(scene.rendered).toEqual(['/praktiki/chitaem/'])
  expect(await scene.page('praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('a name whose consent ended while nobody published is in no index', async () => {
  await scene.publisher.whenIdle()
  await scene.restart({}, () => scene.source.put({ ...author, consentUntil: '2026-08-31' }))
  await scene.publisher.whenIdle()
  const folder = join(scene.publisher.publicDir, 'pagefind')
  const fragments = (await readdir(folder)).map((index) => listFragments(join(folder, index)))
  const texts = (await Promise.all(fragments)).flat().map(({ content }) => content)
  expect(texts.join()).toContain('Читаем вместе')
  expect(texts.join()).not.toContain('Иванова')
})

test('events that were missed are made up for by comparing revisions', async () => {
  scene.source.missEvents(() => {
    scene.source.put({ ...author, name: 'Петрова Б.Б.' })
    scene.source.put({ ...practice, _id: 'x2', slug: 'pishem' })
    scene.source.remove('x1')
  })
  await scene.publisher.whenIdle()
  expect(await scene.page('praktiki/pishem/index.html')).toContain('Петрова Б.Б.')
  expect(await scene.page('praktiki/chitaem/index.html')).toBeUndefined()
})

test('a page that cannot be rendered keeps its last good version and is reported until it can', async () => {
  await scene.put({ ...practice, title: 'CRASH' })
  expect(await scene.page('praktiki/chitaem/index.html')).toContain('Читаем вместе')
  expect(scene.publisher.status().failures).toMatchObject([{ path: '/praktiki/chitaem/' }])
  await scene.restart()
  expect(scene.publisher.status().failures).toMatchObject([{ path: '/praktiki/chitaem/' }])
  await scene.put({ ...practice, title: 'Снова читаем' })
  expect(await scene.page('praktiki/chitaem/index.html')).toContain('Снова читаем')
  expect(scene.publisher.status().failures).toEqual([])
})

test('a lake that does not answer is asked again, and nothing is lost', async () => {
  const { publisher, source } = scene
  source.failWith('недоступно')
  source.put({ ...author, name: 'Петрова Б.Б.' })
  await expect.poll(() => publisher.status()).toMatchObject({ state: 'failing', problem: 'недоступно' })
  source.failWith(null)
  await publisher.whenIdle()
  expect(publisher.status()).toMatchObject({ state: 'idle', problem: null })
  expect(await scene.page('praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('new code makes a new release; the five last ones are kept', async () => {
  for (let version = 2; version < 9; version += 1) {
    scene.clock = new Date(scene.clock.getTime() + 1000)
    await scene.restart({ id: `code-${version}` })
  }
  const { publisher } = scene
  const kept = (await readdir(join(scene.dataDir, 'releases'))).filter((name) => name !== 'current')
  expect(kept).toHaveLength(5)
  expect(kept.toSorted().at(-1)).toBe(publisher.status().release)
  expect(publisher.publicDir).toContain(publisher.status().release)
})

test('a site that fails to take a change is made anew, and the error is reported', async () => {
  let broken = false
  const createSite = (options: SiteOptions): BuiltSite => {
    const site = createFakeSite(options)
    return {
      ...site,
      apply(changes) {
        if (broken) throw new Error('apply failed')
        return site.apply(changes)
      },
    }
  }
  await scene.restart({ createSite })
  const first = scene.publisher.status().release
  broken = true
  await scene.put({ ...author, name: 'Петрова Б.Б.' })
  expect(scene.errors).toEqual([new Error('apply failed')])
  expect(scene.publisher.status()).toMatchObject({ state: 'idle', problem: null })
  expect(scene.publisher.status().release).not.toBe(first)
  expect(await scene.page('praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('closing in the middle of a large change does not wait for it, and a restart finishes it', async () => {
  const many = Array.from({ length: 300 }, (_, number) => ({
    ...practice,
    _id: `m${number}`,
    slug: `m-${number}`,
    title: `Практика ${number}`,
  }))
  await scene.put(...many)
  scene.rendered = []
  scene.source.put({ ...author, name: 'Петрова Б.Б.' })
  await expect.poll(() => scene.rendered.length, { interval: 1 }).toBeGreaterThan(0)
  await scene.publisher.close()
  expect(scene.rendered.length).toBeLessThan(301)
  await scene.restart()
  await scene.publisher.whenIdle()
  const pages = [...(await readFiles(scene.publisher.publicDir))].filter(([path]) =>
    /praktiki\/.*index\.html$/.test(path),
  )
  const practices = pages.filter(([path]) => path !== 'praktiki/index.html')
  expect(practices).toHaveLength(301)
  expect(practices.filter(([, html]) => !html.includes('Петрова Б.Б.'))).toEqual([])
})
