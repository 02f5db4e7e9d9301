import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAccess } from '#lake/access/open-access.ts'
import { CommandError } from '../command-line.ts'
import { lockDataFolder } from '../data-folder/folder-lock.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const now = new Date('2026-09-01T09:00:00Z')
let folder = ''
let dataDir = ''
let copy = ''
let restored = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-backup-'))
  dataDir = join(folder, 'data')
  copy = join(folder, 'copy')
  restored = join(folder, 'restored')
  await mkdir(join(dataDir, 'assets/images'), { recursive: true })
  await writeFile(join(dataDir, 'assets/images/a-1x1.png'), 'картинка')
  await writeFile(join(dataDir, 'assets/.upload-1.tmp'), 'половина')
  await writeFile(join(dataDir, 'snapshot.ndjson'), 'можно сделать заново')
})
afterEach(() => rm(folder, { recursive: true }))

/** Logins of the people in a data folder; one is added first when named. */
function logins(path: string, added?: string): string[] {
  const access = openAccess({ dataDir: path })
  try {
    if (added !== undefined) access.accounts.addUser(added, 'viewer')
    return access.accounts.listUsers().map(({ login }) => login)
  } finally {
    access.close()
  }
}

test('backup and restore is identity', async () => {
  logins(dataDir, 'anna')
  const manifest = await writeBackup(dataDir, copy, now)
  expect(manifest.files.map(({ path }) => path)).toEqual(['accounts.sqlite', 'assets/images/a-1x1.png'])
  expect(await restoreBackup(copy, restored, { force: false, now })).toMatchObject({
    files: 2,
    setAside: null,
  })
  expect(logins(restored)).toEqual(['anna'])
  expect(await readFile(join(restored, 'assets/images/a-1x1.png'), 'utf8')).toBe('картинка')
  const again = await writeBackup(restored, join(folder, 'again'), now)
  expect(again.files.at(1)).toEqual(manifest.files.at(1))
})

test('a backup is taken beside a process that has the databases open and writes', async () => {
  const access = openAccess({ dataDir })
  access.accounts.addUser('anna', 'administrator')
  await writeBackup(dataDir, copy, now)
  access.accounts.addUser('boris', 'viewer')
  access.close()
  await restoreBackup(copy, restored, { force: false, now })
  expect(logins(restored)).toEqual(['anna'])
})

test('the next backup shares the uploaded files that did not change, unless they were harmed', async () => {
  logins(dataDir, 'anna')
  await writeFile(join(dataDir, 'assets/images/b-1x1.png'), 'вторая картинка')
  await writeBackup(dataDir, copy, now)
  await writeFile(join(copy, 'assets/images/b-1x1.png'), 'испорчено')
  const next = join(folder, 'next')
  await writeBackup(dataDir, next, now, copy)
  const linksOf = async (path: string) => (await stat(join(next, path))).nlink
  expect(await linksOf('assets/images/a-1x1.png')).toBe(2)
  expect(await linksOf('assets/images/b-1x1.png')).toBe(1)
  await rm(copy, { recursive: true })
  await restoreBackup(next, restored, { force: false, now })
  expect(await readFile(join(restored, 'assets/images/b-1x1.png'), 'utf8')).toBe('вторая картинка')
})

test('a damaged backup is refused and changes nothing', async () => {
  logins(dataDir, 'anna')
  await writeBackup(dataDir, copy, now)
  await appendFile(join(copy, 'assets/images/a-1x1.png'), '!')
  await expect(restoreBackup(copy, restored, { force: false, now })).rejects.toThrow(
    'assets/images/a-1x1.png',
  )
  expect(existsSync(restored)).toBe(false)
})

test('data is not overwritten without --force, and with it is set aside', async () => {
  logins(dataDir, 'anna')
  await writeBackup(dataDir, copy, now)
  logins(dataDir, 'boris')
  await expect(restoreBackup(copy, dataDir, { force: false, now })).rejects.toThrow('--force')
  expect(logins(dataDir)).toEqual(['anna', 'boris'])
  const { setAside } = await restoreBackup(copy, dataDir, { force: true, now })
  expect(logins(dataDir)).toEqual(['anna'])
  expect(logins(setAside ?? '')).toEqual(['anna', 'boris'])
})

test('a folder that is in use is refused', async () => {
  logins(dataDir, 'anna')
  await writeBackup(dataDir, copy, now)
  const unlock = lockDataFolder(restored)
  await expect(restoreBackup(copy, restored, { force: true, now })).rejects.toThrow('занята')
  unlock()
})

test.each([
  ['nothing to copy', () => writeBackup(join(folder, 'none'), copy, now)],
  ['a place that is taken', () => writeBackup(dataDir, dataDir, now)],
  ['no backup', () => restoreBackup(join(folder, 'data'), restored, { force: false, now })],
])('%s is said in words', async (_, work) => {
  logins(dataDir, 'anna')
  await expect(work()).rejects.toThrow(CommandError)
})

test('a backup that leads out of its folder is refused', async () => {
  await mkdir(copy)
  const file = { path: '../evil', size: 0, sha256: '0'.repeat(64) }
  const manifest = { format: 'kopilka-backup-1', createdAt: now.toISOString(), files: [file] }
  await writeFile(join(copy, 'manifest.json'), JSON.stringify(manifest))
  await expect(restoreBackup(copy, restored, { force: false, now })).rejects.toThrow(CommandError)
})
