import * as fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { contentRules } from '#publisher/documents/content-rules.ts'
import type { LakeDocument } from '#publisher/documents/document-source.ts'
import { runPublisher } from '#publisher/run-publisher.ts'
import type { RunningPublisher } from '#publisher/run-publisher.ts'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'
import { createMemorySource } from '#publisher/test-doubles/memory-source.ts'
import type { MemorySource } from '#publisher/test-doubles/memory-source.ts'
import { readFiles, readFoundPages } from '#publisher/test-doubles/release-contents.ts'

type Edit =
  | {
      kind: 'retitle' | 'reslug' | 'remove' | 'restore' | 'repoint' | 'withdraw'
      which: number
      value: number
    }
  | { kind: 'later' | 'restart' | 'publish'; value: number }

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
      kind: fc.constantFrom('later', 'restart', 'publish'),
      value: fc.nat({ max: 300 }),
    }),
  },
)

/**
 * Law 3 for a site that is really published: after any edits of these documents the release equals one built anew,
 * byte for byte, and the search finds the same.
 */
export async function expectEditsToBeExact(
  bundle: SiteBundle,
  documents: readonly LakeDocument[],
  { runs, edits }: { runs: number; edits: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: edits }), async (steps) => {
      const folder = await mkdtemp(join(tmpdir(), 'kopilka-site-law-'))
      const scene = {
        bundle,
        documents,
        source: createMemorySource(documents),
        now: new Date('2026-11-21T09:00:00Z'),
      }
      let publisher = await start(scene, join(folder, 'incremental'))
      try {
        for (const step of steps) publisher = await play(step, scene, publisher, join(folder, 'incremental'))
        await publisher.tick()
        expect(publisher.status()).toMatchObject({ failures: [], problem: null, pendingPages: 0 })
        const full = await start(scene, join(folder, 'full'))
        await full.whenIdle()
        expect(await readFiles(publisher.publicDir)).toEqual(await readFiles(full.publicDir))
        expect(await readFoundPages(publisher.publicDir)).toEqual(await readFoundPages(full.publicDir))
        await full.close()
      } finally {
        await publisher.close()
        await rm(folder, { recursive: true })
      }
    }),
    { numRuns: runs },
  )
}

interface Scene {
  bundle: SiteBundle
  documents: readonly LakeDocument[]
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
    const original = scene.documents[step.which % scene.documents.length]
    if (original !== undefined) change(scene, original, step.kind, step.value)
  }
  if (step.kind === 'publish') await publisher.whenIdle()
  if (step.kind === 'later') {
    scene.now = new Date(scene.now.getTime() + step.value * 5 * 3_600_000)
    await publisher.tick()
  }
  if (step.kind !== 'restart') return publisher
  await publisher.close()
  return start(scene, dataDir)
}

function change({ source, documents }: Scene, original: LakeDocument, kind: string, value: number): void {
  const { _id } = original
  if (kind === 'remove') source.remove(_id)
  else if (kind === 'restore') source.put(original)
  else if (kind === 'retitle') source.put({ ...original, ...named(original, `Новое название ${value}`) })
  else if (kind === 'reslug') source.put({ ...original, slug: { _type: 'slug', current: `adres-${value}` } })
  else if (kind === 'withdraw')
    source.put({ ...original, consent: { _type: 'consent', withdrawn: '2026-09-01' } })
  else source.put(repointed(original, value, documents))
}

/** The document with another name; documents without one stay as they are. */
function named(document: LakeDocument, title: string): Record<string, string> {
  return Object.fromEntries(
    ['title', 'name', 'term'].filter((field) => field in document).map((field) => [field, title]),
  )
}

/** The document with its first reference leading to another document of the same type. */
function repointed(document: LakeDocument, value: number, documents: readonly LakeDocument[]): LakeDocument {
  for (const [field, reference] of Object.entries(document)) {
    const id = refOf(reference)
    const type = documents.find((other) => other._id === id)?._type
    const others = documents.filter((other) => other._type === type)
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
    bundle: scene.bundle,
    rules: contentRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => scene.now,
  })
}
