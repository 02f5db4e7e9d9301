import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createNameFinder } from '#content/privacy/person-name.ts'
import { toPublicDocument } from '#content/privacy/public-document.ts'
import { findDocumentProblems } from '#content/validation/document-validators.ts'
import { CHANNELS } from '#content/vocabulary/channels.ts'
import { readExampleDocuments } from '#scripts/examples/read-example-documents.ts'
import { landDocument, listStrings } from './read-examples.ts'

const today = '2026-11-21'
const documents = await readExampleDocuments(fileURLToPath(new URL('../../examples', import.meta.url)))
const byId = new Map(documents.map((document) => [document._id, document]))

const roadmaps = documents
  .filter(({ _type }) => _type === 'roadmap')
  .map((roadmap) =>
    z
      .looseObject({
        _id: z.string(),
        stages: z.array(
          z.object({ activities: z.array(z.object({ _key: z.string(), status: z.string() })) }),
        ),
      })
      .parse(roadmap),
  )
const coverage = documents
  .filter(({ _type }) => _type === 'coverage')
  .map((item) =>
    z
      .looseObject({
        _id: z.string(),
        roadmap: z.object({ _ref: z.string() }),
        activities: z.array(z.string()).min(1),
        channel: z.string(),
        date: z.string(),
      })
      .parse(item),
  )

test.each([
  ['roadmap-mbou-licej-3-2026-2027', 'organization-mbou-licej-3', [4, 1, 1, 2, 4, 3, 1]],
  [
    'roadmap-mbou-sosh-5-p-yasnye-klyuchi-2026-2027',
    'organization-mbou-sosh-5-p-yasnye-klyuchi',
    [5, 4, 3, 3, 3, 3, 5],
  ],
  ['roadmap-zarechnaya-oblast-2025-2027', 'region-zarechnaya-oblast', [22]],
  [
    'roadmap-mbdou-detskij-sad-12-rucheek-2025-2027',
    'organization-mbdou-detskij-sad-12-rucheek',
    [4, 2, 1, 1, 3, 3, 1],
  ],
  ['roadmap-mbu-do-cdt-parus-2026', 'organization-mbu-do-cdt-parus', [1, 4, 2, 1]],
])('%s is read whole and belongs to %s', (id, owner, activities) => {
  const roadmap = roadmaps.find(({ _id }) => _id === id)
  expect(roadmap?.stages.map((stage) => stage.activities.length)).toEqual(activities)
  expect(roadmap?.['organization'] ?? roadmap?.['region']).toEqual({ _type: 'reference', _ref: owner })
})

test('roadmaps keep to the schema', () => {
  const problems = documents
    .filter(({ _type }) => _type === 'roadmap')
    .flatMap((document) => findDocumentProblems(landDocument(document)))
  expect(problems).toEqual([])
})

test('every reference names a document of the examples', () => {
  const dangling = documents.flatMap((document) =>
    listStrings(document).filter(({ path, text }) => path.endsWith('_ref') && !byId.has(text)),
  )
  expect(dangling).toEqual([])
})

test('publications cover activities that their roadmaps have', () => {
  const wrong = coverage.flatMap(({ _id, roadmap, activities }) => {
    const keys = new Set(keysOf(roadmap._ref))
    return activities.filter((key) => !keys.has(key)).map((key) => `${_id} ${key}`)
  })
  expect(wrong).toEqual([])
})

test('publications stand in every channel, about every roadmap, in the past', () => {
  expect(new Set(coverage.map(({ channel }) => channel))).toEqual(new Set(CHANNELS.map(({ key }) => key)))
  expect(new Set(coverage.map(({ roadmap }) => roadmap._ref))).toEqual(
    new Set(roadmaps.map(({ _id }) => _id)),
  )
  expect(coverage.filter(({ date }) => date > today)).toEqual([])
})

test('every roadmap leaves something to do and something to tell', () => {
  for (const { _id, stages } of roadmaps) {
    const covered = new Set(
      coverage.flatMap(({ roadmap, activities }) => (roadmap._ref === _id ? activities : [])),
    )
    const activities = stages.flatMap((stage) => stage.activities)
    expect(activities.filter(({ status }) => status === 'planned').length).toBeGreaterThan(2)
    expect(activities.filter(({ _key }) => !covered.has(_key)).length).toBeGreaterThan(2)
  }
})

test('what the public sees names nobody without consent', () => {
  const published = documents.map(landDocument)
  const get = (id: string) => published.find(({ _id }) => _id === id)
  const shown = published.flatMap((document) => toPublicDocument(document, { get, today }) ?? [])
  const hidden = published.filter(
    ({ _id, _type }) => _type === 'person' && !shown.some((document) => document._id === _id),
  )
  const strings = shown.flatMap((document) => listStrings(document, ['_ref', '_id']))
  expect(hidden).toHaveLength(7)
  for (const person of hidden) {
    const finder = createNameFinder(z.string().parse(person['name']))
    expect(strings.filter(({ text }) => (finder?.find(text).length ?? 0) > 0)).toEqual([])
  }
  expect(strings.some(({ text }) => text.includes('Подсолнухова'))).toBe(true)
})

function keysOf(roadmapId: string): string[] {
  const roadmap = roadmaps.find(({ _id }) => _id === roadmapId)
  return (roadmap?.stages ?? []).flatMap((stage) => stage.activities.map(({ _key }) => _key))
}
