import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openLake } from '../create-lake.ts'

const folder = mkdtempSync(join(tmpdir(), 'kopilka-owner-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('other users of the machine read nothing of a lake, not even a database that was open to them', async () => {
  writeFileSync(join(folder, 'lake.sqlite'), '', { mode: 0o644 })
  const lake = await openLake({ dataDir: folder, projectId: 'local', dataset: 'production' })
  const files = readdirSync(folder)
  const open = files.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
  await lake.close()
  expect(files).toContain('lake.sqlite')
  expect(open).toEqual([])
})
