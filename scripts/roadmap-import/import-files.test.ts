import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import type { FileReading } from './file-reading.ts'
import { importFiles, type ImportTools } from './import-files.ts'
import type { ImportRecord } from './import-record.ts'
import { Progress } from './progress-line.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A reading of an invented school, or of none when the number is 0. */
function readingOf(school: number): FileReading {
  if (school === 0) return { problem: 'Таблица не найдена.', code: 'no-table' }
  const reading = readRoadmap(
    `Дорожная карта наставничества в МБОУ СОШ № ${school} на 2024-2025 учебный год\n\n№\tМероприятия\tСроки\tОтветственные\n1.\tПриказ\tсентябрь\tкуратор\n`,
  )
  return { roadmap: { outline: reading.outline, documents: outlineToDocuments(reading) } }
}

/** Imports files that name their schools; what is remembered between runs is kept in `records`. */
async function run(
  schools: Record<string, number>,
  records: Map<string, ImportRecord>,
  over: Partial<ImportTools> = {},
) {
  const lines: string[] = []
  const saved: string[] = []
  const files = await Promise.all(
    Object.entries(schools).map(async ([name, school]) => {
      const path = join(folder, name)
      await writeFile(path, String(school))
      return { path, name }
    }),
  )
  const counts = await importFiles(files, {
    read: async ({ path }) => readingOf(schools[path.slice(folder.length + 1)] ?? 0),
    save: async ({ roadmap }) => {
      saved.push(roadmap._id)
      return { roadmapId: roadmap._id, updated: false, created: [] }
    },
    progress: new Progress(files.length, { write: (line: string) => lines.push(line) }),
    memory: {
      find: (name) => records.get(name),
      add: async (record) => void records.set(record.file, record),
    },
    again: false,
    stopped: () => false,
    ...over,
  })
  return { counts, saved, lines }
}

const outcomes = (records: Map<string, ImportRecord>) => [...records.values()].map(({ outcome }) => outcome)

test('a bad file stops nothing, and a second file with the same roadmap is told, not written', async () => {
  const records = new Map<string, ImportRecord>()
  const { saved, lines } = await run({ 'a.txt': 1, 'b.txt': 0, 'c.txt': 1, 'd.txt': 2 }, records)
  expect(saved).toEqual(['roadmap-mbou-sosh-1-2024-2025', 'roadmap-mbou-sosh-2-2024-2025'])
  expect(outcomes(records)).toEqual(['created', 'failed', 'duplicate', 'created'])
  expect(records.get('c.txt')).toMatchObject({ duplicateOf: 'a.txt' })
  expect(records.get('d.txt')).toMatchObject({
    organization: 'МБОУ СОШ № 2',
    period: { start: '2024-09-01', end: '2025-05-31' },
    activities: 1,
    ids: { roadmap: 'drafts.roadmap-mbou-sosh-2-2024-2025', organization: 'drafts.organization-mbou-sosh-2' },
  })
  expect(lines[1]).toBe('[2/4] b.txt: не прочитан — Таблица не найдена.\n')
})

test('a second run reads only what is new or changed', async () => {
  const records = new Map<string, ImportRecord>()
  await run({ 'a.txt': 1, 'b.txt': 0, 'c.txt': 1 }, records)
  const second = await run({ 'a.txt': 1, 'b.txt': 3, 'c.txt': 1, 'd.txt': 4 }, records)
  expect(second.saved).toEqual(['roadmap-mbou-sosh-3-2024-2025', 'roadmap-mbou-sosh-4-2024-2025'])
  expect(second.counts).toMatchObject({ unchanged: 2, created: 2, done: 4 })
  const third = await run({ 'a.txt': 1, 'b.txt': 3, 'c.txt': 1, 'd.txt': 4 }, records, { again: true })
  expect(third.saved).toHaveLength(3)
})

test('a new file in front does not take the roadmap of one that was imported before', async () => {
  const records = new Map<string, ImportRecord>()
  await run({ 'b.txt': 1 }, records)
  const second = await run({ 'a.txt': 1, 'b.txt': 1 }, records)
  expect(second.saved).toEqual([])
  expect(records.get('a.txt')).toMatchObject({ outcome: 'duplicate', duplicateOf: 'b.txt' })
})

test('a duplicate is taken when the first file is there no more or holds another roadmap', async () => {
  const records = new Map<string, ImportRecord>()
  await run({ 'a.txt': 1, 'b.txt': 1 }, records)
  expect((await run({ 'b.txt': 1 }, records)).saved).toEqual(['roadmap-mbou-sosh-1-2024-2025'])
  const swapped = new Map<string, ImportRecord>()
  await run({ 'a.txt': 1, 'b.txt': 1 }, swapped)
  expect((await run({ 'a.txt': 2, 'b.txt': 1 }, swapped)).saved).toHaveLength(2)
})

test('an import that was stopped goes on where it stopped', async () => {
  const records = new Map<string, ImportRecord>()
  const schools = { 'a.txt': 1, 'b.txt': 2, 'c.txt': 3 }
  const first = await run(schools, records, { stopped: () => records.size === 1 })
  expect(first.counts.done).toBe(1)
  const interrupted = await run(schools, records, {
    read: async () => ({ problem: 'Чтение прервано.', code: 'interrupted' }),
  })
  expect([interrupted.counts.done, records.size]).toEqual([1, 1])
  expect((await run(schools, records)).saved).toHaveLength(2)
})

test('what could not be written is tried again, and a dry run counts for none', async () => {
  const records = new Map<string, ImportRecord>()
  const dry = await run({ 'a.txt': 1, 'b.txt': 2 }, records, { save: null })
  expect(dry.counts).toMatchObject({ read: 2, created: 0 })
  expect((await run({ 'a.txt': 1, 'b.txt': 2 }, records, { save: null })).counts.unchanged).toBe(2)
  await run({ 'a.txt': 1, 'b.txt': 2 }, records, { save: () => Promise.reject(new Error('нет связи')) })
  expect(outcomes(records)).toEqual(['unsaved', 'unsaved'])
  expect(records.get('a.txt')?.problem).toContain('нет связи')
  expect((await run({ 'a.txt': 1, 'b.txt': 2 }, records)).saved).toHaveLength(2)
})

test('a terminal shows the file being read and draws its line over', async () => {
  const drawn: string[] = []
  const terminal = { isTTY: true, columns: 30, write: (line: string) => drawn.push(line) }
  await run({ 'a.txt': 0 }, new Map(), { progress: new Progress(1, terminal) })
  expect(drawn.slice(0, 3)).toEqual([
    '\r\u001b[2K[1/1] a.txt …',
    '\r\u001b[2K',
    '[1/1] a.txt: не прочитан — Таблица не найдена.\n',
  ])
})
