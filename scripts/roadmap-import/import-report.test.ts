import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandError } from '../command-line.ts'
import { ImportReport } from './import-report.ts'
import { listRoadmapFiles } from './list-roadmap-files.ts'
import { recordReading } from './record-reading.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-report-'))
})
afterEach(() => rm(folder, { recursive: true }))

const HEADER = { lake: '/data', dryRun: false }
const failed = recordReading('=1+1.docx', 'hash', { problem: 'Закрыт «паролем»; снимите.', code: 'not-text' })

test('the table opens in Russian Excel: mark, semicolons, no formulas', async () => {
  const report = await ImportReport.open(join(folder, 'report'), HEADER)
  await report.add(failed)
  await report.write(true)
  const table = await readFile(report.csv, 'utf8')
  expect(table.startsWith('\ufeffФайл;Итог;Организация;')).toBe(true)
  expect(table).toContain(`'=1+1.docx;не прочитан;`)
  expect(table).toContain(`;"Закрыт «паролем»; снимите.";`)
})

test('a report is taken up again for the same lake only', async () => {
  const first = await ImportReport.open(folder, HEADER)
  await first.add(failed)
  await first.write(false)
  expect((await ImportReport.open(folder, HEADER)).find('=1+1.docx')).toEqual(failed)
  expect((await ImportReport.open(folder, { ...HEADER, lake: '/other' })).find('=1+1.docx')).toBeUndefined()
})

test('a report that is broken counts for none, and one that cannot be written is an error at once', async () => {
  await writeFile(join(folder, 'report.json'), '{"version": 1')
  expect((await ImportReport.open(folder, HEADER)).records()).toEqual([])
  await writeFile(join(folder, 'file'), '')
  await expect(ImportReport.open(join(folder, 'file'), HEADER)).rejects.toThrow(CommandError)
})

test('folders are walked to the bottom, without locks, hidden files and the report', async () => {
  await mkdir(join(folder, 'село', '.git'), { recursive: true })
  await mkdir(join(folder, 'report'))
  const names = ['2.docx', '10.DOCX', '~$2.docx', '.hidden.txt', 'photo.jpg', 'село/a.pdf', 'село/old.doc']
  for (const name of [...names, 'село/.git/x.txt', 'report/report.csv'])
    await writeFile(join(folder, name), '')
  const files = await listRoadmapFiles([folder], join(folder, 'report'))
  expect(files.map(({ name }) => name)).toEqual(['2.docx', '10.DOCX', 'село/a.pdf', 'село/old.doc'])
  const both = await listRoadmapFiles([join(folder, 'село'), 'none.txt'], null)
  expect(both.map(({ name }) => name)).toEqual([
    join(folder, 'село', 'a.pdf'),
    join(folder, 'село', 'old.doc'),
    'none.txt',
  ])
})
