import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashInputs } from './inputs-hash.ts'

const PATHS = ['studio', 'package.json']
let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kopilka-inputs-'))
  await mkdir(join(root, 'studio/inputs'), { recursive: true })
  await writeFile(join(root, 'package.json'), '{}')
  await writeFile(join(root, 'studio/inputs/a.ts'), 'a')
})
afterEach(() => rm(root, { recursive: true }))

test.each([
  ['a changed file', () => writeFile(join(root, 'studio/inputs/a.ts'), 'b')],
  ['a new file', () => writeFile(join(root, 'studio/b.ts'), '')],
  ['a file that is gone', () => rm(join(root, 'studio/inputs/a.ts'))],
  ['a changed file at the top', () => writeFile(join(root, 'package.json'), '{"version":2}')],
])('%s changes the hash', async (_, change) => {
  const before = await hashInputs(root, PATHS, ['local'])
  await change()
  expect(await hashInputs(root, PATHS, ['local'])).not.toBe(before)
})

test('another project changes the hash, a test does not', async () => {
  const before = await hashInputs(root, PATHS, ['local'])
  await writeFile(join(root, 'studio/inputs/a.test.ts'), 'test')
  expect(await hashInputs(root, PATHS, ['local'])).toBe(before)
  expect(await hashInputs(root, PATHS, ['abc123'])).not.toBe(before)
})

test('an input that is not there is told, not passed over', async () => {
  await expect(hashInputs(root, ['nowhere'], [])).rejects.toThrow('nowhere')
})
