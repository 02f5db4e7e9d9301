import * as fc from 'fast-check'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPublisher } from './run-publisher.ts'
import type { RunningPublisher } from './run-publisher.ts'
import { createFakeSite, fakeRules } from './test-doubles/fake-site.ts'
import { createMemorySource } from './test-doubles/memory-source.ts'
import type { MemorySource } from './test-doubles/memory-source.ts'
import { readFiles, readFoundPages } from './test-doubles/release-contents.ts'

type Edit =
  | { kind: 'put'; document: { _id: string; _type: string; [field: string]: unknown } }
  | { kind: 'remove'; id: string }
  | { kind: 'later'; hours: number }
  | { kind: 'restart' }
  | { kind: 'publish' }

const practiceIds = ['x1', 'x2', 'x3', 'x4']
const organizationIds = ['o1', 'o2']
const personIds = ['p1', 'p2']
const slug = fc.constantFrom('a', 'b', 'c', 'd')
const day = fc.constantFrom('2026-08-31', '2026-09-01', '2026-09-02', '2026-09-03', '2027-01-01')

const organization = fc.record({
  _id: fc.constantFrom(...organizationIds),
  _type: fc.constant('organization'),
  slug,
  name: fc.constantFrom('Школа № 1', 'Лицей', 'Детский сад «Ёлочка»'),
  timeZone: fc.constantFrom('Europe/Moscow', 'Asia/Kamchatka'),
})
const person = fc.record({
  _id: fc.constantFrom(...personIds),
  _type: fc.constant('person'),
  name: fc.constantFrom('Иванова А.А.', 'Петров Б.Б.'),
  consentUntil: day,
})
const practice = fc.record({
  _id: fc.constantFrom(...practiceIds),
  _type: fc.constant('practice'),
  slug,
  title: fc.option(fc.constantFrom('Читаем', 'Пишем', 'Считаем вместе'), { freq: 8 }),
  organization: fc.constantFrom(...organizationIds),
  author: fc.constantFrom('', ...personIds),
  until: fc.oneof(fc.constant(''), day),
})

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('put'), document: practice }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put'), document: person }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put'), document: organization }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('remove'),
      id: fc.constantFrom(...practiceIds, ...personIds, ...organizationIds),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('later'), hours: fc.constantFrom(3, 12, 24) }) },
  { weight: 1, arbitrary: fc.constant<Edit>({ kind: 'restart' }) },
  { weight: 6, arbitrary: fc.constant<Edit>({ kind: 'publish' }) },
)

const PAGE_COUNT_FOR_PADDING = 110

test('law: after any edits the incremental release equals a full rebuild, byte for byte, and finds the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 25 }), fc.boolean(), async (edits, large) => {
      await inFolder(async (folder) => {
        const source = createMemorySource(large ? manyPractices() : [])
        const clock = { now: new Date('2026-09-01T09:00:00Z') }
        let publisher = await start(source, join(folder, 'incremental'), clock)
        for (const step of edits) publisher = await play(step, { source, clock, publisher, folder })
        await publisher.tick()
        await publisher.whenIdle()
        const full = await start(source, join(folder, 'full'), clock)
        try {
          expect(await readFiles(publisher.publicDir)).toEqual(await readFiles(full.publicDir))
          expect(await readFoundPages(publisher.publicDir)).toEqual(await readFoundPages(full.publicDir))
        } finally {
          await publisher.close()
          await full.close()
        }
      })
    }),
    { numRuns: 25 },
  )
}, 120_000)

interface Scene {
  source: MemorySource
  clock: { now: Date }
  publisher: RunningPublisher
  folder: string
}

async function play(step: Edit, { source, clock, publisher, folder }: Scene): Promise<RunningPublisher> {
  if (step.kind === 'put') source.put(step.document)
  if (step.kind === 'remove') source.remove(step.id)
  if (step.kind === 'publish') await publisher.whenIdle()
  if (step.kind === 'later') {
    clock.now = new Date(clock.now.getTime() + step.hours * 3_600_000)
    await publisher.tick()
  }
  if (step.kind !== 'restart') return publisher
  await publisher.close()
  return start(source, join(folder, 'incremental'), clock)
}

function start(source: MemorySource, dataDir: string, clock: { now: Date }): Promise<RunningPublisher> {
  return runPublisher({
    source,
    bundle: { createSite: createFakeSite, assetsDir: join(dataDir, '../assets'), id: 'code' },
    rules: fakeRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => clock.now,
  })
}

/** Enough pages for a base index that stays in use beside a delta. */
function manyPractices(): { _id: string; _type: string; [field: string]: unknown }[] {
  return Array.from({ length: PAGE_COUNT_FOR_PADDING }, (_, number) => ({
    _id: `m${number}`,
    _type: 'practice',
    slug: `m-${number}`,
    title: `Практика ${number}`,
    organization: organizationIds[number % 2],
    author: personIds[number % 3],
    until: '',
  }))
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kopilka-law-'))
  await mkdir(join(folder, 'assets'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
