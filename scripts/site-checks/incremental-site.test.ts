import * as fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { contentRules } from '#publisher/documents/content-rules.ts'
import type { LakeDocument } from '#publisher/documents/document-source.ts'
import { runPublisher } from '#publisher/run-publisher.ts'
import type { RunningPublisher } from '#publisher/run-publisher.ts'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { createMemorySource } from '#publisher/test-doubles/memory-source.ts'
import type { MemorySource } from '#publisher/test-doubles/memory-source.ts'
import { readFiles, readFoundPages } from '#publisher/test-doubles/release-contents.ts'
import { buildProjectBundle, openExampleLake, readPublished } from './example-lake.ts'

// Law 3 for the site that is really published, over the examples: here every page's reads are put to the test.

let bundle: SiteBundle
let examples: LakeDocument[] = []

beforeAll(async () => {
  bundle = await loadBundle(await buildProjectBundle())
  const lake = await openExampleLake()
  examples = await readPublished(lake.client)
  await lake.close()
}, 120_000)

type Edit =
  | {
      kind: 'retitle' | 'reslug' | 'remove' | 'restore' | 'repoint' | 'withdraw'
      which: number
      value: number
    }
  | { kind: 'nextDay' | 'restart' | 'publish'; value: number }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('retitle', 'reslug', 'remove', 'restore', 'repoint', 'withdraw'),
      which: fc.nat(),
      value: fc.nat({ max: 1000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('nextDay', 'restart', 'publish'),
      value: fc.nat({ max: 60 }),
    }),
  },
)

test('law: the site after any edits is the site built anew, byte for byte, and finds the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 16 }), async (edits) => {
      const folder = await mkdtemp(join(tmpdir(), 'kopilka-site-law-'))
      const scene = { source: createMemorySource(examples), now: new Date('2026-11-21T09:00:00Z') }
      let publisher = await start(scene, join(folder, 'incremental'))
      try {
        for (const step of edits) publisher = await play(step, scene, publisher, join(folder, 'incremental'))
        await publisher.tick()
        expect(publisher.status()).toMatchObject({ failures: [], problem: null })
        const full = await start(scene, join(folder, 'full'))
        expect(await readFiles(publisher.publicDir)).toEqual(await readFiles(full.publicDir))
        expect(await readFoundPages(publisher.publicDir)).toEqual(await readFoundPages(full.publicDir))
        await full.close()
      } finally {
        await publisher.close()
        await rm(folder, { recursive: true })
      }
    }),
    { numRuns: 4 },
  )
}, 240_000)

interface Scene {
  source: MemorySource
  now: Date
}

async function play(
  step: Edit,
  scene: Scene,
  publisher: RunningPublisher,
  dataDir: string,
): Promise<RunningPublisher> {
  if ('which' in step) {
    const original = examples[step.which % examples.length]
    if (original !== undefined) change(scene.source, original, step.kind, step.value)
  }
  if (step.kind === 'publish') await publisher.whenIdle()
  if (step.kind === 'nextDay') {
    scene.now = new Date(scene.now.getTime() + step.value * 24 * 3_600_000)
    await publisher.tick()
  }
  if (step.kind !== 'restart') return publisher
  await publisher.close()
  return start(scene, dataDir)
}

function change(source: MemorySource, original: LakeDocument, kind: string, value: number): void {
  const { _id } = original
  if (kind === 'remove') source.remove(_id)
  else if (kind === 'restore') source.put(original)
  else if (kind === 'retitle') source.put({ ...original, ...named(original, `Новое название ${value}`) })
  else if (kind === 'reslug') source.put({ ...original, slug: { _type: 'slug', current: `adres-${value}` } })
  else if (kind === 'withdraw')
    source.put({ ...original, consent: { _type: 'consent', withdrawn: '2026-09-01' } })
  else source.put(repointed(original, value))
}

/** The document with another name; documents without one stay as they are. */
function named(document: LakeDocument, title: string): Record<string, string> {
  return Object.fromEntries(
    ['title', 'name', 'term'].filter((field) => field in document).map((field) => [field, title]),
  )
}

/** The document with its first reference leading to another document of the same type. */
function repointed(document: LakeDocument, value: number): LakeDocument {
  for (const [field, reference] of Object.entries(document)) {
    const id = refOf(reference)
    const type = examples.find((other) => other._id === id)?._type
    const others = examples.filter((other) => other._type === type)
    const target = others[value % others.length]
    if (target !== undefined) return { ...document, [field]: { _type: 'reference', _ref: target._id } }
  }
  return document
}

function refOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && '_ref' in value ? String(value._ref) : null
}

function start(scene: Scene, dataDir: string): Promise<RunningPublisher> {
  return runPublisher({
    source: scene.source,
    bundle,
    rules: contentRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => scene.now,
  })
}
