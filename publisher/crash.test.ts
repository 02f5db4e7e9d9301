import { test } from 'vitest'
import { expectKillsToBeHarmless } from './test-doubles/kill-publisher.ts'

test('a publisher that was killed at any moment catches up to what a full rebuild gives', async () => {
  await expectKillsToBeHarmless(8)
}, 60_000)
