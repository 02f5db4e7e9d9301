import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { endureKills } from './endure-kills.ts'
import { expectNothingLost } from './expect-nothing-lost.ts'
import { seededRandom } from './seeded-random.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-kills-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('what was acknowledged survives kills at any moment, and a listener misses and repeats nothing', async () => {
  const endured = await endureKills(dataDir, 8, seededRandom(1))
  expectNothingLost(endured)
  expect(endured.follower.received.length).toBeGreaterThan(0)
}, 120_000)
