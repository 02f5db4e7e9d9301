import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

test('a client may take what has come together since, and no more', () => {
  let time = 0
  const limit = createRateLimit({ perSecond: 2, atOnce: 3 }, () => time)
  const take = (client: string, times: number) => Array.from({ length: times }, () => limit.take(client))
  expect(take('a', 4)).toEqual([0, 0, 0, 1])
  expect(take('b', 1)).toEqual([0])
  time = 500
  expect(take('a', 2)).toEqual([0, 1])
  time = 60_000
  expect(take('a', 4)).toEqual([0, 0, 0, 1])
})
