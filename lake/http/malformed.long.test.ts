import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'
import { tryOdd, WITHOUT_RATE } from './malformed-requests.ts'

// More than 100,000 requests, and the same lake answers to the end.
const RUNS = [
  ['address', 30_000],
  ['mutation', 25_000],
  ['action', 20_000],
  ['body of a query', 12_000],
  ['form', 3_000],
  ['request', 12_000],
  ['uploaded file', 1_000],
] as const

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture({ limits: WITHOUT_RATE })
})

afterAll(() => fixture.close())

test.each(RUNS)('no %s of %i makes the lake fail', async (kind, runs) => {
  await expect(tryOdd(fixture, kind, runs)).resolves.toBeUndefined()
})

test('after more than 100,000 odd requests the lake answers, and its log tells of no failure', async () => {
  expect(RUNS.reduce((sum, [, runs]) => sum + runs, 0)).toBeGreaterThan(100_000)
  expect((await fixture.request('viewer', '/v1/data/query/production?query=count(*)')).status).toBe(200)
  expect(fixture.logged.filter((line) => line.includes('unexpectedly'))).toEqual([])
})
