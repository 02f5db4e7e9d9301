import { expect, test } from 'vitest'
import { describeInferences, nameInferredField } from './describe-inference.ts'
import { readDeadline } from './read-deadline.ts'

const context = { period: { start: '2024-09-01', end: '2025-08-31' } }

test.each([
  ['сентябрь', 'начало и окончание: срок дорожной карты'],
  ['до 15 октября', 'окончание: срок дорожной карты'],
  ['до 30 сентября 2024 г.', ''],
])('what «%s» does not state is told as «%s»', (words, told) => {
  expect(describeInferences(readDeadline(words, context).inferred)).toBe(told)
})

test('a field is named in Russian, an unknown one by itself', () => {
  expect([nameInferredField('start'), nameInferredField('год')]).toEqual(['начало', 'год'])
})
