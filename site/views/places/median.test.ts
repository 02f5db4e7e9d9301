import { expect, test } from 'vitest'
import { medianOf } from './median.ts'

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[10, 9, 100], 10],
])('the median of %j is %d', (numbers, median) => {
  expect(medianOf(numbers)).toBe(median)
})

test('of nothing there is none', () => {
  expect(medianOf([])).toBeNaN()
})
