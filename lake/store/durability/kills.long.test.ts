import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { endureKills } from './endure-kills.ts'
import { expectNothingLost } from './expect-nothing-lost.ts'
import { seededRandom } from './seeded-random.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-kills-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('500 kills lose nothing that was acknowledged, and no listener its place', async () => {
  const endured = await endureKills(dataDir, 500, seededRandom(2))
  expectNothingLost(endured)
  expect(endured.acknowledged.length).toBeGreaterThan(1_000)
})
