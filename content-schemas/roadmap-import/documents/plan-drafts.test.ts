import { expect, test } from 'vitest'
import { readRoadmap } from '../read-roadmap.ts'
import { outlineToDocuments } from './outline-to-documents.ts'
import { idsToKnow, planDrafts } from './plan-drafts.ts'
import type { StoredDocument } from './stored-document.ts'

const TABLE = `Дорожная карта наставничества МБОУ «СОШ № 7» на 2024/2025 учебный год
№\tМероприятие\tСрок\tОтветственный
1\tИздать приказ о наставничестве\tсентябрь 2024\tЗвонарёва А.Б.
2\tПровести обучение наставников\tоктябрь 2024\tКуратор
3\tПодвести итоги\tмай 2025\tДиректор`

const documents = outlineToDocuments(readRoadmap(TABLE))
const { roadmap, organization } = documents

test('everything new is created, people as published and owners as drafts', () => {
  const plan = planDrafts(documents, [])
  expect(plan.updated).toBe(false)
  expect(plan.replace._id).toBe(`drafts.${roadmap._id}`)
  expect(plan.create.map(({ _id }) => _id)).toEqual([
    `drafts.${organization?._id}`,
    ...documents.persons.map(({ _id }) => _id),
  ])
})

test('owners and people that are known are left as they are', () => {
  const known = idsToKnow(documents)
    .filter((id) => !id.startsWith('drafts.'))
    .map((id) => ({ _id: id, _type: 'known' }))
  expect(planDrafts(documents, known).create).toEqual([])
})

test('a known roadmap keeps what the importer does not read and what editors changed', () => {
  const first = planDrafts(documents, []).replace
  const [stage] = roadmap.stages
  const published: StoredDocument = {
    ...first,
    _id: roadmap._id,
    _rev: 'r1',
    supersedes: { _type: 'reference', _ref: 'roadmap-2023' },
    stages: [
      {
        ...stage,
        activities: stage?.activities.map((activity, index) =>
          index === 1
            ? { ...activity, text: 'Слова редактора', status: 'done', doneAt: '2024-10-10' }
            : activity,
        ),
      },
    ],
  }
  const corrected = outlineToDocuments(
    readRoadmap(TABLE.replace('май 2025', 'июнь 2025').replace('октябрь', 'ноябрь')),
  )
  const { replace, updated, differences } = planDrafts(corrected, [published])
  expect(updated).toBe(true)
  expect(replace).toMatchObject({ _id: `drafts.${roadmap._id}`, supersedes: { _ref: 'roadmap-2023' } })
  expect(replace).not.toHaveProperty('_rev')
  expect(replace).toMatchObject({
    stages: [
      {
        activities: [
          {},
          { text: 'Слова редактора', status: 'done', deadlines: [{ verbatim: 'ноябрь 2024' }] },
          { deadlines: [{ verbatim: 'июнь 2025' }] },
        ],
      },
    ],
  })
  expect(differences.map(({ id, taken }) => [id, taken])).toEqual([
    ['row:s1a2:deadlines', 'imported'],
    ['row:s1a3:deadlines', 'imported'],
  ])
  expect(planDrafts(corrected, [replace])).toMatchObject({ replace, differences: [] })
})

test('a roadmap without a record of its import is compared with its source text', () => {
  const { importedContent, ...before } = planDrafts(documents, []).replace
  expect(importedContent).toEqual(expect.any(String))
  expect(planDrafts(documents, [before])).toMatchObject({ differences: [] })
})
