import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAccess } from '#lake/access/open-access.ts'
import { childEnvironment } from '../environment.ts'
import { momentOfCopy, nameOfCopy } from './copy-name.ts'
import { backUpWhenDue, writeBackupApart } from './daily-backups.ts'
import { keepCopies } from './keep-copies.ts'
import { restoreBackup } from './restore-backup.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const START = Date.UTC(2026, 8, 1, 3)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-daily-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function passDays(days: number, step = DAY_MS): Promise<string[]> {
  for (let at = START; at < START + days * DAY_MS; at += step) {
    await backUpWhenDue({
      folder,
      now: () => new Date(at),
      write: async (out) => void (await mkdir(out, { recursive: true })),
    })
  }
  return (await readdir(folder)).toSorted()
}

test('a copy is made once a day, however often one looks', async () => {
  expect(await passDays(3, HOUR_MS)).toEqual(['20260901T030000', '20260902T030000', '20260903T030000'])
})

test('a week of days, four weeks and six months stay', async () => {
  const kept = await passDays(365)
  expect(kept.slice(-7)).toEqual(
    Array.from({ length: 7 }, (_, index) => nameOfCopy(new Date(START + (358 + index) * DAY_MS))),
  )
  expect(new Set(kept.map((name) => name.slice(0, 6))).size).toBe(6)
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 6)
})

test('other folders stay, what is left of an interrupted copy goes', async () => {
  await mkdir(join(folder, 'моя копия'))
  await mkdir(join(folder, '.20260101T000000.tmp'))
  expect(await passDays(1)).toEqual(['20260901T030000', 'моя копия'])
})

test('a copy that failed leaves the earlier ones alone', async () => {
  const before = await passDays(30)
  const failing = backUpWhenDue({
    folder,
    now: () => new Date(START + 40 * DAY_MS),
    write: () => Promise.reject(new Error('disk')),
  })
  await expect(failing).rejects.toThrow('disk')
  expect((await readdir(folder)).toSorted()).toEqual(before)
})

/** How many months the moments lie in. */
function monthsOf(moments: Iterable<Date>): number {
  return new Set([...moments].map((at) => at.toISOString().slice(0, 7))).size
}

test('the newest copy always stays, and one of every period that is asked for', () => {
  const moments = fc.uniqueArray(
    fc.date({ min: new Date(START), max: new Date(START + 400 * DAY_MS), noInvalidDate: true }),
    {
      minLength: 1,
      selector: (at) => at.getTime(),
    },
  )
  const count = fc.integer({ min: 0, max: 10 })
  fc.assert(
    fc.property(moments, count, count, count, (taken, days, weeks, months) => {
      const kept = keepCopies(taken, { days, weeks, months })
      const newest = new Date(Math.max(...taken.map((at) => at.getTime())))
      expect([...kept].map((at) => at.getTime())).toContain(newest.getTime())
      expect(kept.size).toBeLessThanOrEqual(1 + days + weeks + months)
      expect(monthsOf(kept)).toBeGreaterThanOrEqual(Math.min(months, monthsOf(taken)))
    }),
  )
})

test('the name of a copy tells its moment', () => {
  const second = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(second, (at) => {
      at.setUTCMilliseconds(0)
      expect(momentOfCopy(nameOfCopy(at))).toEqual(at)
    }),
  )
  expect(momentOfCopy('20261399T000000')).toBeNull()
})

test('a real copy, written by another process, is restored', async () => {
  const dataDir = join(folder, 'data')
  const access = openAccess({ dataDir })
  access.accounts.addUser('anna', 'viewer')
  await mkdir(join(dataDir, 'assets/files'), { recursive: true })
  await writeFile(join(dataDir, 'assets/files/a.txt'), 'текст')
  const write = writeBackupApart(childEnvironment({ KOPILKA_DATA: dataDir }))
  const daily = join(folder, 'daily')
  const first = await backUpWhenDue({ folder: daily, write, now: () => new Date(START) })
  const second = await backUpWhenDue({ folder: daily, write, now: () => new Date(START + DAY_MS) })
  access.close()
  for (const copy of [first, second]) {
    const restored = join(folder, `restored-${String(copy?.slice(-15))}`)
    const { files } = await restoreBackup(String(copy), restored, { force: false, now: new Date(START) })
    expect(files).toBe(2)
  }
})
