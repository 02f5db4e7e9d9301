import { expect, test } from 'vitest'
import { formatCount, formatPlural } from './plurals.ts'

test.each([
  [0, 'практик'],
  [1, 'практика'],
  [2, 'практики'],
  [4, 'практики'],
  [5, 'практик'],
  [11, 'практик'],
  [14, 'практик'],
  [21, 'практика'],
  [22, 'практики'],
  [111, 'практик'],
  [1.5, 'практики'],
])('%d takes «%s»', (count, form) => {
  expect(formatPlural(count, ['практика', 'практики', 'практик'])).toBe(form)
})

test('number and noun never part, thousands are set apart', () => {
  expect(formatCount(1200, ['школа', 'школы', 'школ'])).toBe('1\u00A0200\u00A0школ')
})
