import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPublisher } from './run-publisher.ts'
import type { RunningPublisher } from './run-publisher.ts'
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
  title: 'Первое название',
  organization: 'o1',
  author: 'p1',
}
const PAGE = 'praktiki/chitaem/index.html'

let dataDir = ''
let source: MemorySource
let publisher: RunningPublisher
let clock = new Date('2026-09-01T09:00:00Z')
let errors: unknown[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-rollback-'))
  await mkdir(join(dataDir, 'assets'))
  await writeFile(join(dataDir, 'assets/style.css'), 'body{}')
  source = createMemorySource([school, author, practice])
  clock = new Date('2026-09-01T09:00:00Z')
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
    now: () => clock,
    onError: (error) => errors.push(error),
  })
}

async function restart(id?: string): Promise<void> {
  await publisher.close()
  publisher = await start(id)
}

async function retitle(title: string): Promise<void> {
  source.put({ ...practice, title })
  await publisher.whenIdle()
}

async function nextDay(): Promise<void> {
  clock = new Date(clock.getTime() + 24 * 60 * 60 * 1000)
  await publisher.tick()
}

/** What readers get, also those who ask a web server over the link `current`. */
async function shown(): Promise<string> {
  const file = join(publisher.publicDir, PAGE)
  const linked = join(dataDir, 'releases/current/public', PAGE)
  const [served, ofLink] = await Promise.all([readFile(file, 'utf8'), readFile(linked, 'utf8')])
  expect(ofLink).toBe(served)
  return /<h1>(.*)<\/h1>/.exec(served)?.[1] ?? ''
}

async function newestKept(): Promise<string> {
  return (await publisher.releases.list()).find(({ followed }) => !followed)?.name ?? ''
}

test('every night the release is kept as it was; a day without changes keeps nothing', async () => {
  await nextDay()
  await nextDay()
  await retitle('Второе название')
  await nextDay()
  await nextDay()
  expect(await publisher.releases.list()).toMatchObject([
    { madeAt: '2026-09-04T09:00:00.000Z', live: false, followed: false },
    { madeAt: '2026-09-02T09:00:00.000Z', live: false, followed: false },
    { madeAt: '2026-09-01T09:00:00.000Z', live: true, followed: true },
  ])
})

test('a kept release stays as it was when the newest changes, search included', async () => {
  await publisher.releases.keep()
  await retitle('Второе название')
  await publisher.releases.keep()
  const kept = join(dataDir, 'releases', await newestKept(), 'public')
  const before = [await readFiles(kept), await readFoundPages(kept)]
  await retitle('Третье название')
  expect([await readFiles(kept), await readFoundPages(kept)]).toEqual(before)
  expect((await readFoundPages(kept)).get('/praktiki/chitaem/')).toContain('Второе название')
})

test('readers get the older release until following is resumed, whatever is published and restarted meanwhile', async () => {
  await retitle('Второе название')
  await publisher.releases.keep()
  await retitle('Третье название')
  await publisher.releases.rollBack(await newestKept())
  expect(await shown()).toBe('Второе название')
  await retitle('Четвёртое название')
  await restart()
  expect(await shown()).toBe('Второе название')
  expect(publisher.status().held).toBe(await newestKept())
  clock = new Date(clock.getTime() + 1000)
  await restart('code-2')
  expect(await shown()).toBe('Второе название')
  await publisher.releases.resume()
  expect(await shown()).toBe('Четвёртое название')
  expect(publisher.status()).toMatchObject({ held: null, state: 'idle' })
  await retitle('Пятое название')
  expect(await shown()).toBe('Пятое название')
})

test('a release of older code can be returned to', async () => {
  const first = publisher.status().release
  await retitle('Второе название')
  clock = new Date(clock.getTime() + 1000)
  await restart('code-2')
  await retitle('Третье название')
  await publisher.releases.rollBack(first)
  expect(await shown()).toBe('Второе название')
})

test.each(['20200101T000000', '..', 'current'])('there is no release %s', async (name) => {
  await expect(publisher.releases.rollBack(name)).rejects.toThrow('нет')
  expect(publisher.status().held).toBeNull()
})

test('the newest release is not something to return to', async () => {
  await expect(publisher.releases.rollBack(publisher.status().release)).rejects.toThrow('и так следует')
})

test('a release that names a person whose consent was withdrawn cannot be returned to', async () => {
  await retitle('Второе название')
  await publisher.releases.keep()
  source.put({ ...author, consentUntil: '2026-08-31' })
  await publisher.whenIdle()
  await expect(publisher.releases.rollBack(await newestKept())).rejects.toThrow('согласие')
  expect(await readFile(join(publisher.publicDir, PAGE), 'utf8')).not.toContain('Иванова')
})

test.each(['while the server runs', 'while it does not'])(
  'a consent withdrawn %s ends the hold, and not silently',
  async (when) => {
    await retitle('Второе название')
    await publisher.releases.keep()
    await publisher.releases.rollBack(await newestKept())
    if (when === 'while the server runs') {
      source.put({ ...author, consentUntil: '2026-08-31' })
      await publisher.whenIdle()
    } else {
      await publisher.close()
      source.put({ ...author, consentUntil: '2026-08-31' })
      publisher = await start()
    }
    expect(await readFile(join(publisher.publicDir, PAGE), 'utf8')).not.toContain('Иванова')
    expect(publisher.status()).toMatchObject({ held: null, notice: expect.stringContaining('согласие') })
    expect(errors).toHaveLength(1)
  },
)

test('the held release and the newest are never the ones that are deleted', async () => {
  await retitle('Второе название')
  await publisher.releases.keep()
  const held = await newestKept()
  const newest = publisher.status().release
  await publisher.releases.rollBack(held)
  for (let number = 0; number < 7; number += 1) {
    clock = new Date(clock.getTime() + 1000)
    await retitle(`Название ${number}`)
    await publisher.releases.keep()
  }
  const names = (await publisher.releases.list()).map(({ name }) => name)
  expect(names).toContain(held)
  expect(names).toContain(newest)
  expect(names).toHaveLength(7)
  expect(await readlink(join(dataDir, 'releases/current'))).toBe(held)
})
