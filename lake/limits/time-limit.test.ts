import { expect, test } from 'vitest'
import { runWithin, TimeLimitError } from './time-limit.ts'

test('work that ends in time gives what it gives', () => {
  expect(runWithin(5_000, () => 7)).toBe(7)
  expect(runWithin(5_000, () => undefined)).toBeUndefined()
  expect(() =>
    runWithin(5_000, () => {
      throw new RangeError('its own')
    }),
  ).toThrow(RangeError)
})

test.each([
  [
    'a loop',
    () => {
      for (;;) Math.random()
    },
  ],
  ['a pattern', () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`)],
])('%s without an end is stopped', (_what, work) => {
  expect(() => runWithin(30, work)).toThrow(TimeLimitError)
  expect(runWithin(5_000, () => 'after')).toBe('after')
})
