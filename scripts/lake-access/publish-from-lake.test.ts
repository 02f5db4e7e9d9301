import type { SanityClient } from '@sanity/client'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Lake } from '#lake/create-lake.ts'
import { lakeSource } from '#publisher/documents/lake-source.ts'
import { runPublisher } from '#publisher/run-publisher.ts'
import type { RunningPublisher } from '#publisher/run-publisher.ts'
import { createFakeSite, fakeRules } from '#publisher/test-doubles/fake-site.ts'
import { readFiles, readFoundPages } from '#publisher/test-doubles/release-contents.ts'
import { readEnvironment } from '../environment.ts'
import { clientInProcess, openEmbeddedLake } from './embedded-lake.ts'

// The real lake and the real client: a fake one would show neither the order of events nor what is visible when.

const practice = { _id: 'x1', _type: 'practice', slug: 'chitaem', title: 'Читаем вместе' }
let dataDir = ''
let lake: Lake
let client: SanityClient
let publisher: RunningPublisher

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-lake-'))
  await mkdir(join(dataDir, 'site-assets'))
  const environment = readEnvironment({ KOPILKA_DATA: dataDir })
  lake = await openEmbeddedLake(environment)
  client = clientInProcess(lake, environment, lake.accounts.addToken('проверка', 'administrator'))
  await client.create(practice)
  await client.create({ ...practice, _id: 'drafts.x2', slug: 'chernovik' })
  publisher = await runPublisher({
    source: lakeSource(client),
    bundle: { createSite: createFakeSite, assetsDir: join(dataDir, 'site-assets'), id: 'code' },
    rules: fakeRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => new Date('2026-09-01T09:00:00Z'),
  })
})
afterEach(async () => {
  await publisher.close()
  await lake.close()
  await rm(dataDir, { recursive: true })
})

/** The pages of practices; one that only leads on is shown with where it leads. */
async function pages(): Promise<string[]> {
  const files = await readFiles(publisher.publicDir)
  return [...files]
    .filter(([path]) => path.startsWith('praktiki/') && path.endsWith('x.html'))
    .map(([path, content]) => {
      const target = /http-equiv="refresh" content="0; *url=([^"]+)"/.exec(content)?.[1]
      return target === undefined ? path : `${path} → ${target}`
    })
    .toSorted()
}

function findable(): Promise<Map<string, string>> {
  return readFoundPages(publisher.publicDir)
}

test('loads what is published and nothing of drafts', async () => {
  expect(await pages()).toEqual(['praktiki/chitaem/index.html', 'praktiki/index.html'])
})

test('publishes, edits and unpublishes', async () => {
  await client.action({
    actionType: 'sanity.action.document.publish',
    publishedId: 'x2',
    draftId: 'drafts.x2',
  })
  await expect.poll(pages, { timeout: 20_000 }).toContain('praktiki/chernovik/index.html')

  await client.patch('x2').set({ slug: 'novaya' }).commit()
  await expect
    .poll(pages, { timeout: 20_000 })
    .toEqual([
      'praktiki/chernovik/index.html → /praktiki/novaya/',
      'praktiki/chitaem/index.html',
      'praktiki/index.html',
      'praktiki/novaya/index.html',
    ])

  await client.action({
    actionType: 'sanity.action.document.unpublish',
    publishedId: 'x2',
    draftId: 'drafts.x2',
  })
  await expect
    .poll(pages, { timeout: 20_000 })
    .toEqual(['praktiki/chitaem/index.html', 'praktiki/index.html'])
})

test('the search finds what was published and forgets what was withdrawn', async () => {
  await client.create({ ...practice, _id: 'x3', slug: 'tretya', title: 'Третья практика' })
  await expect.poll(findable, { timeout: 20_000 }).toHaveProperty('size', 2)
  await client.delete('x3')
  await expect.poll(findable, { timeout: 20_000 }).toHaveProperty('size', 1)
})

test('a transaction of many documents is published as a whole', async () => {
  const transaction = client.transaction()
  for (let number = 0; number < 250; number += 1) {
    transaction.create({ ...practice, _id: `m${number}`, slug: `m-${number}` })
  }
  await transaction.commit()
  await expect.poll(async () => (await pages()).length, { timeout: 20_000 }).toBe(252)
})
