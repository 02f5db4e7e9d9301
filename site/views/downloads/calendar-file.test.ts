import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import { fixtureDocuments } from '../../content/site.fixture.ts'
import { writeOwnerCalendar, writeRoadmapCalendar } from './calendar-file.ts'

const content = createContentStore({
  origin: 'https://kopilka.example',
  today: '2025-03-01',
  documents: fixtureDocuments,
}).reader(() => {})

const unfold = (text: string | null) => (text ?? '').replaceAll('\r\n ', '')

test('deadlines are all-day entries that end the day after', () => {
  const file = unfold(writeRoadmapCalendar(content, 'organization', 'licej-2', '2024-2025'))
  expect(file).toContain('DTSTART;VALUE=DATE:20250501\r\nDTEND;VALUE=DATE:20250601')
  expect(file).toContain('URL;VALUE=URI:https://kopilka.example/organizacii/licej-2/karta/2024-2025/#s3a2')
})

test('work that goes on all year is no entry', () => {
  expect(unfold(writeRoadmapCalendar(content, 'organization', 'licej-2', '2024-2025'))).not.toContain('s2a1')
})

test('the same content gives the same bytes', () => {
  const file = writeOwnerCalendar(content, 'region', 'kurganskaya-oblast')
  expect(writeOwnerCalendar(content, 'region', 'kurganskaya-oblast')).toBe(file)
  expect(file).toContain('SUMMARY:Форум наставников')
})

test('an address with no roadmap has no calendar', () => {
  expect(writeRoadmapCalendar(content, 'organization', 'licej-2', '1999')).toBeNull()
})
