import { readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  author,
  openPublishingScene,
  practice as anyPractice,
  school,
} from './test-doubles/publishing-scene.ts'
import type { PublishingScene } from './test-doubles/publishing-scene.ts'
import { readFiles, readFoundPages } from './test-doubles/release-contents.ts'

const practice = { ...anyPractice, title: 'Первое название', until: '' }
const PAGE = 'praktiki/chitaem/index.html'

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([school, author, practice])
})
afterEach(() => scene.close())

async function retitle(title: string): Promise<void> {
  await scene.put({ ...practice, title })
}

async function nextDay(): Promise<void> {
  scene.clock = new Date(scene.clock.getTime() + 24 * 60 * 60 * 1000)
  await scene.publisher.tick()
}

function withdraw(): void {
  scene.source.put({ ...author, consentUntil: '2026-08-31' })
}

/** What readers get, also those who ask a web server over the link `current`. */
async function shown(): Promise<string> {
  const file = join(scene.publisher.publicDir, PAGE)
  const linked = join(scene.dataDir, 'releases/current/public', PAGE)
  const [served, ofLink] = await Promise.all([readFile(file, 'utf8'), readFile(linked, 'utf8')])
  expect(ofLink).toBe(served)
  return /<h1>(.*)<\/h1>/.exec(served)?.[1] ?? ''
}

async function newestKept(): Promise<string> {
  return (await scene.publisher.releases.list()).find(({ followed }) => !followed)?.name ?? ''
}

test('every night the release is kept as it was; a day without changes keeps nothing', async () => {
  await nextDay()
  await nextDay()
  await retitle('Второе название')
  await nextDay()
  await nextDay()
  expect(await scene.publisher.releases.list()).toMatchObject([
    { madeAt: '2026-09-04T09:00:00.000Z', live: false, followed: false },
    { madeAt: '2026-09-02T09:00:00.000Z', live: false, followed: false },
    { madeAt: '2026-09-01T09:00:00.000Z', live: true, followed: true },
  ])
})

test('a kept release stays as it was when the newest changes, search included', async () => {
  await scene.publisher.releases.keep()
  await retitle('Второе название')
  await scene.publisher.releases.keep()
  const kept = join(scene.dataDir, 'releases', await newestKept(), 'public')
  const before = [await readFiles(kept), await readFoundPages(kept)]
  await retitle('Третье название')
  expect([await readFiles(kept), await readFoundPages(kept)]).toEqual(before)
  expect((await readFoundPages(kept)).get('/praktiki/chitaem/')).toContain('Второе название')
})

test('readers get the older release until following is resumed, whatever is published and restarted meanwhile', async () => {
  await retitle('Второе название')
  await scene.publisher.releases.keep()
  await retitle('Третье название')
  await scene.publisher.releases.rollBack(await newestKept())
  expect(await shown()).toBe('Второе название')
  await retitle('Четвёртое название')
  await scene.restart()
  expect(await shown()).toBe('Второе название')
  expect(scene.publisher.status().held).toBe(await newestKept())
  scene.clock = new Date(scene.clock.getTime() + 1000)
  await scene.restart({ id: 'code-2' })
  expect(await shown()).toBe('Второе название')
  await scene.publisher.releases.resume()
  expect(await shown()).toBe('Четвёртое название')
  expect(scene.publisher.status()).toMatchObject({ held: null, state: 'idle' })
  await retitle('Пятое название')
  expect(await shown()).toBe('Пятое название')
})

test('a release of older code can be returned to', async () => {
  const first = scene.publisher.status().release
  await retitle('Второе название')
  scene.clock = new Date(scene.clock.getTime() + 1000)
  await scene.restart({ id: 'code-2' })
  await retitle('Третье название')
  await scene.publisher.releases.rollBack(first)
  expect(await shown()).toBe('Второе название')
})

test.each(['20200101T000000', '..', 'current'])('there is no release %s', async (name) => {
  await expect(scene.publisher.releases.rollBack(name)).rejects.toThrow('нет')
  expect(scene.publisher.status().held).toBeNull()
})

test('the newest release is not something to return to', async () => {
  await expect(scene.publisher.releases.rollBack(scene.publisher.status().release)).rejects.toThrow(
    'и так следует',
  )
})

test('a release that names a person whose consent was withdrawn cannot be returned to', async () => {
  await retitle('Второе название')
  await scene.publisher.releases.keep()
  withdraw()
  await scene.publisher.whenIdle()
  await expect(scene.publisher.releases.rollBack(await newestKept())).rejects.toThrow('согласие')
  expect(await readFile(join(scene.publisher.publicDir, PAGE), 'utf8')).not.toContain('Иванова')
})

test.each(['while the server runs', 'while it does not'])(
  'a consent withdrawn %s ends the hold, and not silently',
  async (when) => {
    await retitle('Второе название')
    await scene.publisher.releases.keep()
    await scene.publisher.releases.rollBack(await newestKept())
    if (when === 'while the server runs') {
      withdraw()
      await scene.publisher.whenIdle()
    } else {
      await scene.restart({}, withdraw)
    }
    expect(await readFile(join(scene.publisher.publicDir, PAGE), 'utf8')).not.toContain('Иванова')
    expect(scene.publisher.status()).toMatchObject({
      held: null,
      notice: expect.stringContaining('согласие'),
    })
    expect(scene.errors).toHaveLength(1)
  },
)

test('the held release and the newest are never the ones that are deleted', async () => {
  await retitle('Второе название')
  await scene.publisher.releases.keep()
  const held = await newestKept()
  const newest = scene.publisher.status().release
  await scene.publisher.releases.rollBack(held)
  for (let number = 0; number < 7; number += 1) {
    scene.clock = new Date(scene.clock.getTime() + 1000)
    await retitle(`Название ${number}`)
    await scene.publisher.releases.keep()
  }
  const names = (await scene.publisher.releases.list()).map(({ name }) => name)
  expect(names).toContain(held)
  expect(names).toContain(newest)
  expect(names).toHaveLength(7)
  expect(await readlink(join(scene.dataDir, 'releases/current'))).toBe(held)
})
