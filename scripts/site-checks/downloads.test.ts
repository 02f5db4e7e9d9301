import { join } from 'node:path'
import { unzipSync } from 'fflate'
import ICAL from 'ical.js'
import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import type { LakeDocument } from '#content/documents/content-document.ts'
import type { Roadmap } from '#content/generated/types.ts'
import { toPublicDocument } from '#content/privacy/public-document.ts'
import { readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'
import { acceptDocuments } from '#site/content/accept.ts'
import { createContentStore } from '#site/content/content-store.ts'
import { writeOwnerCalendar, writeRoadmapCalendar } from '#site/views/downloads/calendar-file.ts'
import { roadmapDataFormat } from '#site/views/downloads/roadmap-data-format.ts'
import { viewRoadmapData } from '#site/views/downloads/roadmap-data.ts'
import { writeRoadmapDocument } from '#site/views/downloads/roadmap-document.ts'
import { writeRoadmapCsv } from '#site/views/downloads/roadmap-table.ts'
import { findRoadmapOwner } from '#site/views/roadmap/roadmap-owner.ts'
import { readExampleDocuments } from '../examples/read-example-documents.ts'
import { PROJECT_ROOT } from './example-lake.ts'

// What readers take away of every example: files that other programs and the importer itself accept.

const TODAY = '2026-11-21'
const changed = { _createdAt: '2026-08-20T09:00:00Z', _updatedAt: '2026-08-20T09:00:00Z', _rev: 'example' }

const stored = new Map<string, LakeDocument>(
  (await readExampleDocuments(join(PROJECT_ROOT, 'examples'))).map((document) => [
    document._id,
    { ...changed, ...document },
  ]),
)
const shown = [...stored.values()].flatMap(
  (document) => toPublicDocument(document, { today: TODAY, get: (id) => stored.get(id) }) ?? [],
)
const documents = acceptDocuments(shown)
const content = createContentStore({ origin: 'https://kopilka.example', today: TODAY, documents }).reader(
  () => {},
)
const hiddenNames = [...stored.values()].flatMap((document) =>
  document._type === 'person' && !shown.some(({ _id }) => _id === document._id)
    ? [String(document['name']).split(' ')[0] ?? '']
    : [],
)

const roadmaps = documents.flatMap((document) => {
  const owner = document._type === 'roadmap' ? findRoadmapOwner(document, content) : null
  if (document._type !== 'roadmap' || owner === null) return []
  const address = [owner.type, owner.url.split('/').at(-2) ?? '', document.slug.current] as const
  return [{ name: document._id, roadmap: document, address }]
})

test('there are roadmaps and people without consent among the examples', () => {
  expect(roadmaps.length).toBeGreaterThan(4)
  expect(hiddenNames.length).toBeGreaterThan(2)
})

test.each(roadmaps)('the document of $name reads back as it was', async ({ roadmap, address }) => {
  const bytes = (await writeRoadmapDocument(content, ...address)) ?? new Uint8Array()
  const { outline } = await readRoadmapBytes(bytes)
  expect(rowsOf(outline.stages)).toEqual(rowsOf(roadmap.stages))
  expect(JSON.stringify(rowsOf(roadmap.stages)).length).toBeGreaterThan(1000)
  expect(outline.title).toBe(roadmap.title)
  expect(await writeRoadmapDocument(content, ...address)).toEqual(bytes)
})

test.each(roadmaps)('no file of $name holds a name without consent', async ({ address }) => {
  const bytes = (await writeRoadmapDocument(content, ...address)) ?? new Uint8Array()
  const files = Object.values(unzipSync(bytes)).map((file) => new TextDecoder().decode(file))
  const data = viewRoadmapData(content, ...address)
  const words = [
    ...files,
    writeRoadmapCalendar(content, ...address),
    JSON.stringify(data),
    data === null ? '' : writeRoadmapCsv(data),
  ].join('\n')
  expect(hiddenNames.filter((name) => words.includes(name))).toEqual([])
})

test.each(roadmaps)('the data of $name is as it is described', ({ address }) => {
  expect(() => roadmapDataFormat.parse(viewRoadmapData(content, ...address))).not.toThrow()
})

test.each(roadmaps)('two parsers take the calendar of $name', ({ address }) => {
  const file = writeRoadmapCalendar(content, ...address) ?? ''
  const entries = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
  expect(entries.length).toBeGreaterThan(0)
  expect(Object.values(sync.parseICS(file)).filter((entry) => entry?.type === 'VEVENT')).toHaveLength(
    entries.length,
  )
})

test('two parsers take the calendar of every organisation and region', () => {
  for (const document of documents) {
    if (document._type !== 'organization' && document._type !== 'region') continue
    const file = writeOwnerCalendar(content, document._type, document.slug.current) ?? ''
    const entries = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
    expect(Object.values(sync.parseICS(file)).filter((entry) => entry?.type === 'VEVENT')).toHaveLength(
      entries.length,
    )
  }
})

/** Stages and rows as far as a public document tells them: number, words, deadlines, papers. */
function rowsOf(
  stages: readonly (Pick<Roadmap['stages'][number], 'activities'> | { activities: object[] })[],
) {
  return JSON.parse(
    JSON.stringify(stages, (field, value: unknown) =>
      kept.has(field) || /^\d*$/.test(field) ? (value ?? undefined) : undefined,
    ),
  )
}

const kept = new Set([
  'number',
  'title',
  'activities',
  'text',
  'deadlines',
  'verbatim',
  'kind',
  'start',
  'end',
  'recurrence',
  'documents',
  'results',
  'extra',
  'heading',
])
