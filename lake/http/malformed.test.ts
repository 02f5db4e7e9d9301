import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'
import { tryOdd, WITHOUT_RATE } from './malformed-requests.ts'

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture({ limits: WITHOUT_RATE })
})

afterAll(() => fixture.close())

test.each([
  ['address', 400],
  ['mutation', 400],
  ['action', 400],
  ['body of a query', 400],
  ['form', 150],
  ['request', 300],
  ['uploaded file', 60],
] as const)('no %s, however odd, makes the lake fail', async (kind, runs) => {
  await expect(tryOdd(fixture, kind, runs)).resolves.toBeUndefined()
})
