import { test } from 'vitest'
import { expectKillsToBeHarmless } from './test-doubles/kill-publisher.ts'
import { expectKillsOfThreadsToBeHarmless } from './test-doubles/kill-threads.ts'

test('a publisher that was killed many times catches up to what a full rebuild gives', async () => {
  await expectKillsToBeHarmless(200)
})

test('a publisher that was killed while threads rendered thousands of pages catches up to what a full rebuild gives', async () => {
  await expectKillsOfThreadsToBeHarmless({ pages: 3500, pagesOfCrew: 3000, kills: 6 })
})
