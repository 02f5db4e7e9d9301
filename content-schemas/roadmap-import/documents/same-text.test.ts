import { expect, test } from 'vitest'
import { readRoadmap } from '../read-roadmap.ts'
import { outlineToDocuments } from './outline-to-documents.ts'
import { isUnowned, underKnownId } from './same-text.ts'

const reading = readRoadmap(
  'План\n\n№\tМероприятие\tСрок\tОтветственный\n1\tБеседа\tмай 2025\tЗвонарёва А.Б.\n2\tВстреча\tиюнь 2025\tкуратор',
)
const named = (fallbackName: string) => outlineToDocuments(reading, { fallbackName })

test('the same text under another file name gets the ids it had', () => {
  const [first, second] = [named('shkola-7/karta'), named('karta')]
  expect(isUnowned(first)).toBe(true)
  expect(second.roadmap._id).not.toBe(first.roadmap._id)
  expect(underKnownId(second, [`drafts.${first.roadmap._id}`])).toEqual(first)
})

test('ids stay where nothing is known, or where they are known already', () => {
  const documents = named('karta')
  expect(underKnownId(documents, [])).toBe(documents)
  expect(underKnownId(documents, ['roadmap-a-2025', documents.roadmap._id])).toBe(documents)
})
