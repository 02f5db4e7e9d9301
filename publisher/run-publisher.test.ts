import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPublisher } from './run-publisher.ts'
import type { RunningPublisher } from './run-publisher.ts'
import type { BuiltSite, SiteBundle, SiteOptions } from './site-bundle/built-site.ts'
import { createFakeSite, fakeRules } from './test-doubles/fake-site.ts'
import { createMemorySource } from './test-doubles/memory-source.ts'
import type { MemorySource } from './test-doubles/memory-source.ts'
import { readFiles, readFoundPages } from './test-doubles/release-contents.ts'

const school = { _id: 'o1', _type: 'organization', slug: 'shkola', name: 'Школа № 1' }
const author = { _id: 'p1', _type: 'person', name: 'Иванова А.А.', consentUntil: '2026-12-31' }
const practice = {
  _id: 'x1',
  _type: 'practice',
  slug: 'chitaem',
  title: 'Читаем вместе',
  organization: 'o1',
  author: 'p1',
  until: '2026-09-30',
}

let dataDir = ''
let source: MemorySource
let running: RunningPublisher[] = []
let clock = new Date('2026-09-01T09:00:00Z')
let rendered: string[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-publisher-'))
  await mkdir(join(dataDir, 'assets'))
  await writeFile(join(dataDir, 'assets/style.css'), 'body{}'.repeat(200))
  source = createMemorySource([school, author, practice])
  clock = new Date('2026-09-01T09:00:00Z')
  rendered = []
})
afterEach(async () => {
  await Promise.all(running.map((publisher) => publisher.close()))
  running = []
  await rm(dataDir, { recursive: true })
})

async function start(
  bundle: Partial<SiteBundle> = {},
  onError: (error: unknown) => void = () => {},
): Promise<RunningPublisher> {
  const publisher = await runPublisher({
    source,
    bundle: { createSite: watchedSite, assetsDir: join(dataDir, 'assets'), id: 'code-1', ...bundle },
    rules: fakeRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => clock,
    onError,
  })
  running.push(publisher)
  return publisher
}

function watchedSite(options: SiteOptions): BuiltSite {
  const site = createFakeSite(options)
  return {
    ...site,
    render(path) {
      rendered.push(path)
      return site.render(path)
    },
  }
}

async function restart(publisher: RunningPublisher): Promise<RunningPublisher> {
  await publisher.close()
  running = running.filter((other) => other !== publisher)
  rendered = []
  return start()
}

async function page(publisher: RunningPublisher, path: string): Promise<string | undefined> {
  return (await readFiles(publisher.publicDir)).get(path)
}

test('the first release holds every page, the assets and the search', async () => {
  const publisher = await start()
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
  const publisher = await start()
  rendered = []
  source.put({ ...author, name: 'Петрова Б.Б.' })
  await publisher.whenIdle()
  expect(rendered).toEqual(['/praktiki/chitaem/'])
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('a new document appears on its page, in the lists and in the search', async () => {
  const publisher = await start()
  source.put({ ...practice, _id: 'x2', slug: 'pishem', title: 'Пишем диктант' })
  await publisher.whenIdle()
  expect(await page(publisher, 'praktiki/pishem/index.html')).toContain('Пишем диктант')
  expect(await page(publisher, 'index.html')).toContain('Пишем диктант')
  expect((await readFoundPages(publisher.publicDir)).get('/praktiki/pishem/')).toContain('Пишем диктант')
})

test('the compressed copy of a page follows the page', async () => {
  const publisher = await start()
  for (const title of ['Пишем диктант '.repeat(40), 'Пишем изложение '.repeat(40)]) {
    source.put({ ...practice, title })
    await publisher.whenIdle()
    expect(await page(publisher, 'praktiki/chitaem/index.html.br')).toContain(title)
  }
  source.put({ ...practice, title: 'К' })
  await publisher.whenIdle()
  expect(await page(publisher, 'praktiki/chitaem/index.html.br')).toBeUndefined()
})

test('an unpublished document vanishes from page, folder, lists and search', async () => {
  const publisher = await start()
  source.remove('x1')
  await publisher.whenIdle()
  expect(await readdir(join(publisher.publicDir, 'praktiki'))).not.toContain('chitaem')
  expect(await page(publisher, 'index.html')).not.toContain('Читаем вместе')
  expect([...(await readFoundPages(publisher.publicDir)).keys()]).toEqual(['/organizacii/shkola/'])
})

test('a withdrawn consent takes the name off the pages of documents that refer to the person', async () => {
  const publisher = await start()
  source.put({ ...author, consentUntil: '2026-08-31' })
  await publisher.whenIdle()
  expect(await page(publisher, 'praktiki/chitaem/index.html')).not.toContain('Иванова')
})

test('a consent that ends with the day takes the name off at midnight in Moscow', async () => {
  source.put({ ...author, consentUntil: '2026-09-01' })
  const publisher = await start()
  clock = new Date('2026-09-01T20:59:00Z')
  await publisher.tick()
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Иванова')
  clock = new Date('2026-09-01T21:00:00Z')
  await publisher.tick()
  expect(await page(publisher, 'praktiki/chitaem/index.html')).not.toContain('Иванова')
})

test('pages that depend on the day are rendered when it changes, and no others', async () => {
  const publisher = await start()
  rendered = []
  clock = new Date('2026-10-01T09:00:00Z')
  await publisher.tick()
  expect(rendered).toEqual(['/praktiki/chitaem/'])
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Срок прошёл')
})

test('a burst of changes is one batch', async () => {
  const publisher = await start()
  rendered = []
  for (let number = 0; number < 50; number += 1) source.put({ ...practice, title: `Название ${number}` })
  await publisher.whenIdle()
  expect(rendered.toSorted()).toEqual(['/', '/organizacii/shkola/', '/praktiki/', '/praktiki/chitaem/'])
})

test('a restart renders nothing when nothing changed', async () => {
  const publisher = await restart(await start())
  expect(rendered).toEqual([])
  expect(publisher.status()).toMatchObject({ state: 'idle', pages: 6 })
})

test('a restart publishes what changed meanwhile', async () => {
  const first = await start()
  await first.close()
  running = []
  rendered = []
  source.put({ ...author, name: 'Петрова Б.Б.' })
  const publisher = await start()
  expect(rendered).toEqual(['/praktiki/chitaem/'])
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('events that were missed are made up for by comparing revisions', async () => {
  const publisher = await start()
  source.missEvents(() => {
    source.put({ ...author, name: 'Петрова Б.Б.' })
    source.put({ ...practice, _id: 'x2', slug: 'pishem' })
    source.remove('x1')
  })
  await publisher.whenIdle()
  const files = await readFiles(publisher.publicDir)
  expect(files.get('praktiki/pishem/index.html')).toContain('Петрова Б.Б.')
  expect(files.has('praktiki/chitaem/index.html')).toBe(false)
})

test('a document that is not sound is reported and left out', async () => {
  const publisher = await start()
  source.put({ _id: 'x9', _type: 'practice', slug: 'bez-nazvaniya', organization: 'o1' })
  await publisher.whenIdle()
  expect(publisher.status().rejected).toEqual([{ id: 'x9', type: 'practice', problems: ['Нет названия'] }])
  expect(await page(publisher, 'praktiki/bez-nazvaniya/index.html')).toBeUndefined()
  source.put({ ...practice, _id: 'x9', slug: 'bez-nazvaniya' })
  await publisher.whenIdle()
  expect(publisher.status().rejected).toEqual([])
  expect(await page(publisher, 'praktiki/bez-nazvaniya/index.html')).toContain('Читаем вместе')
})

test('a page that cannot be rendered keeps its last good version and is reported until it can', async () => {
  const publisher = await start()
  source.put({ ...practice, title: 'CRASH' })
  await publisher.whenIdle()
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Читаем вместе')
  expect(publisher.status().failures).toMatchObject([{ path: '/praktiki/chitaem/' }])
  const second = await restart(publisher)
  expect(second.status().failures).toMatchObject([{ path: '/praktiki/chitaem/' }])
  source.put({ ...practice, title: 'Снова читаем' })
  await second.whenIdle()
  expect(await page(second, 'praktiki/chitaem/index.html')).toContain('Снова читаем')
  expect(second.status().failures).toEqual([])
})

test('a lake that does not answer is asked again, and nothing is lost', async () => {
  const publisher = await start()
  source.failWith('недоступно')
  source.put({ ...author, name: 'Петрова Б.Б.' })
  await expect.poll(() => publisher.status()).toMatchObject({ state: 'failing', problem: 'недоступно' })
  source.failWith(null)
  await publisher.whenIdle()
  expect(publisher.status()).toMatchObject({ state: 'idle', problem: null })
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('new code makes a new release; the five last ones are kept', async () => {
  let publisher = await start()
  for (let version = 2; version < 9; version += 1) {
    await publisher.close()
    running = []
    clock = new Date(clock.getTime() + 1000)
    publisher = await start({ id: `code-${version}` })
  }
  const kept = (await readdir(join(dataDir, 'releases'))).filter((name) => name !== 'current')
  expect(kept).toHaveLength(5)
  expect(kept.toSorted().at(-1)).toBe(publisher.status().release)
  expect(publisher.publicDir).toContain(publisher.status().release)
})

test('a site that fails to take a change is made anew, and the error is reported', async () => {
  let broken = false
  const errors: unknown[] = []
  const createSite = (options: SiteOptions): BuiltSite => {
    const site = watchedSite(options)
    return {
      ...site,
      apply(changes) {
        if (broken) throw new Error('apply failed')
        return site.apply(changes)
      },
    }
  }
  const publisher = await start({ createSite }, (error) => errors.push(error))
  const first = publisher.status().release
  broken = true
  source.put({ ...author, name: 'Петрова Б.Б.' })
  await publisher.whenIdle()
  expect(errors).toEqual([new Error('apply failed')])
  expect(publisher.status()).toMatchObject({ state: 'idle', problem: null })
  expect(publisher.status().release).not.toBe(first)
  expect(await page(publisher, 'praktiki/chitaem/index.html')).toContain('Петрова Б.Б.')
})

test('the snapshot holds what readers may see', async () => {
  const publisher = await start()
  source.put({ ...author, consentUntil: '2020-01-01' })
  await publisher.whenIdle()
  await publisher.close()
  running = []
  const lines = (await readFile(join(dataDir, 'snapshot.ndjson'), 'utf8')).trim().split('\n')
  const documents: { _id: string }[] = lines.map((line) => JSON.parse(line))
  expect(documents.map(({ _id }) => _id)).toEqual(['o1', 'x1'])
  expect(lines.join()).not.toContain('Иванова')
})

test('what is seen of drafts is nothing', async () => {
  const publisher = await start()
  source.put({ ...practice, _id: 'drafts.x1', title: 'Черновик' })
  source.put({ ...practice, _id: 'drafts.x2', slug: 'chernovik', title: 'Черновик' })
  await publisher.whenIdle()
  expect([...(await readFiles(publisher.publicDir)).values()].join()).not.toContain('Черновик')
})

test('closing in the middle of a large change does not wait for it, and a restart finishes it', async () => {
  for (let number = 0; number < 300; number += 1) {
    source.put({ ...practice, _id: `m${number}`, slug: `m-${number}`, title: `Практика ${number}` })
  }
  const publisher = await start()
  rendered = []
  source.put({ ...author, name: 'Петрова Б.Б.' })
  await expect.poll(() => rendered.length, { interval: 1 }).toBeGreaterThan(0)
  await publisher.close()
  running = []
  expect(rendered.length).toBeLessThan(301)
  const next = await start()
  const pages = [...(await readFiles(next.publicDir))].filter(([path]) =>
    /praktiki\/.*index\.html$/.test(path),
  )
  const practices = pages.filter(([path]) => path !== 'praktiki/index.html')
  expect(practices).toHaveLength(301)
  expect(practices.filter(([, html]) => !html.includes('Петрова Б.Б.'))).toEqual([])
})
