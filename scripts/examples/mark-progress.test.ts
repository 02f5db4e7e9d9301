import { expect, test } from 'vitest'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import { markProgress } from './mark-progress.ts'

const text = `№\tМероприятие\tСрок\tОтветственный
1\tНазначение куратора\tСентябрь 2026\tдиректор
2\tОпрос педагогов\tОктябрь 2026\tкуратор`
const { roadmap } = outlineToDocuments(readRoadmap(text))

test('the named activities are done, the others as they were', () => {
  const marked = markProgress(roadmap, { s1a1: '2026-09-04' })
  const activities = marked.stages.flatMap((stage) => stage.activities)
  expect(activities).toMatchObject([{ status: 'done', doneAt: '2026-09-04' }, { status: 'planned' }])
  expect(markProgress(roadmap)).toEqual(roadmap)
})

test('an activity that the roadmap does not have is an error', () => {
  expect(() => markProgress(roadmap, { s9a9: '2026-09-04' })).toThrow('s9a9')
})
