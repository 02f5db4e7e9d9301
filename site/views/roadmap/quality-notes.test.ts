import { expect, test } from 'vitest'
import type { Activity } from '#content/generated/types.ts'
import { activityOf, deadlineOf, roadmap } from '../../content/site.fixture.ts'
import { listQualityNotes } from './quality-notes.ts'

const may = deadlineOf('Май 2025', 'month', '2025-05-01', '2025-05-31')

function notesOf(fields: Partial<Activity>, text = 'Провести семинар') {
  const stages = [
    {
      _type: 'stage' as const,
      _key: 's1',
      activities: [activityOf('s1a1', text, { deadlines: [may], ...fields })],
    },
  ]
  return listQualityNotes({ ...roadmap, stages }).get('s1a1') ?? []
}

test.each([
  [{}, []],
  [{ responsible: [] }, ['Ответственный не указан']],
  [{ deadlines: [] }, ['Срок не указан']],
  [{ deadlines: [deadlineOf('Май 2028', 'month', '2028-05-01', '2028-05-31')] }, ['Срок вне периода карты']],
])('%j', (fields: Partial<Activity>, notes: string[]) => {
  expect(notesOf(fields)).toEqual(notes)
})

test('one month is too narrow for work at all stages', () => {
  expect(notesOf({}, 'Освещение на всех этапах')).toEqual(['Срок уже, чем сказано в тексте'])
})

test('a stage that begins before the one above it is told of at its first row', () => {
  const stages = [stageFrom('s1', '2024-09-10'), stageFrom('s2', '2024-03-10'), stageFrom('s3', '2024-10-10')]
  const notes = listQualityNotes({ ...roadmap, stages })
  expect([...notes.keys()]).toEqual(['s2a1'])
})

function stageFrom(key: string, start: string) {
  const deadlines = [deadlineOf('срок', 'date', start, start)]
  return { _type: 'stage' as const, _key: key, activities: [activityOf(`${key}a1`, 'Дело', { deadlines })] }
}
