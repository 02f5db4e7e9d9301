import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRoadmap } from '../roadmap-import/corpus/arbitrary-roadmaps.ts'
import { TEXT_RENDERERS } from '../roadmap-import/corpus/render-text.ts'
import type { ImportDocuments, ImportRoadmap } from '../roadmap-import/documents/import-documents.ts'
import { outlineToDocuments } from '../roadmap-import/documents/outline-to-documents.ts'
import { readRoadmapBytes } from '../roadmap-import/read-roadmap-file.ts'
import { readRoadmap } from '../roadmap-import/read-roadmap.ts'
import { writeDocx } from './docx/write-docx.ts'
import { layOutSheet } from './lay-out-sheet.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const anyLayout = fc.constantFrom(...Object.values(TEXT_RENDERERS))

const approval: fc.Arbitrary<ImportRoadmap['approval']> = fc.option(
  fc.record({
    _type: fc.constant('approval' as const),
    kind: fc.constantFrom('приказ', 'распоряжение', 'протокол', 'постановление'),
    number: fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', '-од', '/2', '-п'))
      .map(([number, tail]) => `${number}${tail}`),
    date: day,
  }),
  { nil: undefined },
)

test('law: a roadmap written as .docx and read again is the same roadmap', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRoadmap, anyLayout, approval, async (model, render, approved) => {
      const documents = documentsOf(readRoadmap(render(model)))
      fc.pre(hasHeadings(documents.roadmap))
      const roadmap = { ...documents.roadmap, approval: approved }
      const bytes = await print({ ...documents, roadmap })
      expect(meaningOf(documentsOf(await readRoadmapBytes(bytes)).roadmap)).toEqual(meaningOf(roadmap))
    }),
    { numRuns: 24 },
  )
}, 60_000)

test('law: a roadmap that never was a table reads back with the same stages and rows', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRoadmap, anyLayout, async (model, render) => {
      const documents = documentsOf(readRoadmap(render(model)))
      fc.pre(hasHeadings(documents.roadmap))
      const roadmap = { ...documents.roadmap, columns: [] }
      const read = documentsOf(await readRoadmapBytes(await print({ ...documents, roadmap })))
      expect(meaningOf(read.roadmap)).toMatchObject({ stages: meaningOf(roadmap.stages) })
    }),
    { numRuns: 8 },
  )
}, 60_000)

function documentsOf(reading: Parameters<typeof outlineToDocuments>[0]): ImportDocuments {
  return outlineToDocuments(reading, { fallbackName: 'karta' })
}

/** A column without a heading is printed under one that says what it holds: that much is added. */
function hasHeadings({ columns }: ImportRoadmap): boolean {
  return columns.every(({ heading }) => heading !== '')
}

function print({ roadmap, organization, region, persons }: ImportDocuments): Promise<Uint8Array> {
  const names = new Map(persons.map(({ _id, name }) => [_id, name]))
  const owner = organization ?? region
  return writeDocx(
    layOutSheet(roadmap, {
      owner: {
        name: owner?.name ?? '',
        fullName: organization?.fullName ?? owner?.name ?? '',
        headPosition: 'директор',
      },
      signer: null,
      nameOf: (id) => names.get(id) ?? null,
      source: { url: 'https://kopilka.example/organizacii/licej/karta/2024-2025/', updated: '2024-08-30' },
    }),
  )
}

/** Everything that reading takes from a document, without the file's own text and what was said about reading it. */
function meaningOf(roadmap: unknown): unknown {
  const aside = new Set(['sourceText', 'warnings', 'inferred'])
  return JSON.parse(
    JSON.stringify(roadmap, (field, value: unknown) => (aside.has(field) ? undefined : value)),
  )
}
