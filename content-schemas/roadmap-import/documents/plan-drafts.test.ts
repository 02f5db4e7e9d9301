import { expect, test } from 'vitest'
import { readRoadmap } from '../read-roadmap.ts'
import { outlineToDocuments } from './outline-to-documents.ts'
import { idsToKnow, planDrafts, type StoredDocument } from './plan-drafts.ts'

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

test('a known roadmap keeps what the importer does not read, and the progress of rows that are the same', () => {
  const [stage] = roadmap.stages
  const before: StoredDocument = {
    _id: `drafts.${roadmap._id}`,
    _type: 'roadmap',
    _rev: 'r1',
    supersedes: { _type: 'reference', _ref: 'roadmap-2023' },
    stages: [
      {
        ...stage,
        activities: stage?.activities.map((activity, index) =>
          index === 1
            ? { ...activity, text: 'Другие слова', status: 'done' }
            : { ...activity, status: 'done', doneAt: '2024-09-10' },
        ),
      },
    ],
  }
  const { replace, updated } = planDrafts(documents, [before])
  expect(updated).toBe(true)
  expect(replace).toMatchObject({ supersedes: { _ref: 'roadmap-2023' }, title: roadmap.title })
  expect(replace).not.toHaveProperty('_rev')
  expect(replace).toMatchObject({
    stages: [{ activities: [{ status: 'done' }, { status: 'planned' }, { doneAt: '2024-09-10' }] }],
  })
})
