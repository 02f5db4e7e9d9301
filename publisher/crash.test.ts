import { test } from 'vitest'
import { expectKillsToBeHarmless } from './test-doubles/kill-publisher.ts'
import { expectKillsOfThreadsToBeHarmless } from './test-doubles/kill-threads.ts'

test('a publisher that was killed at any moment catches up to what a full rebuild gives', async () => {
  await expectKillsToBeHarmless(8)
}, 60_000)

test('a publisher that was killed while threads rendered a change catches up to what a full rebuild gives', async () => {
  await expectKillsOfThreadsToBeHarmless({ pages: 300, pagesOfCrew: 100, kills: 2 })
}, 60_000)
