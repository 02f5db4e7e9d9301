import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Outline, OutlineActivity } from './outline/outline.ts'
import { readOutline } from './read-roadmap.ts'

const SHARED = new URL('../../../shared/', import.meta.url)
const present = existsSync(SHARED)

const goldSchema = z.record(
  z.string(),
  z.object({
    title: z.string().nullable(),
    organisation: z.string().nullable(),
    period: z.tuple([z.string(), z.string()]).nullable(),
    columns: z.array(z.string()),
    rows: z.array(
      z.object({
        n: z.string(),
        stage: z.string(),
        title: z.string(),
        activities: z.number(),
        deadlines: z.array(z.string()),
        responsibles: z.array(z.string()),
        documents: z.number(),
        results: z.number(),
        info_support: z.boolean(),
      }),
    ),
  }),
)

type Gold = z.infer<typeof goldSchema>

const gold: Gold = present ? goldSchema.parse(JSON.parse(read('gold/seeds.json'))) : {}

if (!present)
  process.stderr.write('seeds.test.ts: папки ../shared нет, образцы читаются из examples/roadmaps\n')

function read(path: string): string {
  return readFileSync(new URL(path, SHARED), 'utf8')
}

function seedText(id: string): string {
  const name = readdirSync(new URL('seeds/', SHARED)).find((file) => file.startsWith(id))
  return read(`seeds/${name ?? ''}`)
}

interface Row {
  number: string | null
  canonical: string[]
  stageTitle: string | null
  activities: OutlineActivity[]
}

/** Activities of one printed row stand together: they share number and stage. */
function rowsOf(outline: Outline): Row[] {
  const rows: Row[] = []
  for (const stage of outline.stages) {
    for (const activity of stage.activities) {
      const last = rows.at(-1)
      const same = last && last.number === activity.number && last.stageTitle === stage.title
      if (same) last.activities.push(activity)
      else {
        const canonical = [...stage.canonical, ...activity.canonical]
        rows.push({ number: activity.number, canonical, stageTitle: stage.title, activities: [activity] })
      }
    }
  }
  return rows
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

const seeds = Object.entries(gold)

test.runIf(present)('the gold has five seeds', () => {
  expect(seeds.map(([id]) => id)).toEqual(['000', '001', '002', '003', '004'])
})

test.each(seeds)('seed %s: title, owner, period and columns', (id, expected) => {
  const outline = readOutline(seedText(id))
  expect(outline.title).toBe(expected.title)
  expect(outline.organization).toBe(expected.organisation)
  expect(outline.period).toEqual(
    expected.period ? { start: expected.period[0], end: expected.period[1] } : null,
  )
  expect(outline.columns.map((column) => column.heading.normalize('NFKC'))).toEqual(
    expected.columns.map((heading) => heading.normalize('NFKC')),
  )
})

/** A row as both sides tell it: the gold's canonical stage is compared apart, for it names but one. */
interface ComparedRow {
  number: string | null
  deadlines: string[]
  people: string[]
  activities: number
  documents: number
  results: number
  informationSupport: boolean
}

function compareFound({ number, activities }: Row): ComparedRow {
  return {
    number,
    deadlines: activities[0]?.deadlines.map((deadline) => deadline.verbatim) ?? [],
    people: activities[0]?.responsible.map((party) => words(party.verbatim).join(' ')) ?? [],
    activities: activities.length,
    documents: activities.flatMap((activity) => activity.documents).length,
    results: activities.flatMap((activity) => activity.results).length,
    informationSupport: activities.some((activity) => activity.informationSupport),
  }
}

function compareGold(row: Gold[string]['rows'][number]): ComparedRow {
  return {
    number: row.n,
    deadlines: row.deadlines,
    people: row.responsibles.map((party) => words(party).join(' ')),
    activities: row.activities,
    documents: row.documents,
    results: row.results,
    informationSupport: row.info_support,
  }
}

test.each(seeds)('seed %s: every row by number, deadlines, people, lists', (id, expected) => {
  const rows = rowsOf(readOutline(seedText(id)))
  expect(rows.map(compareFound)).toEqual(expected.rows.map(compareGold))
})

test.each(seeds)('seed %s: every row stands in its canonical stage', (id, expected) => {
  const rows = rowsOf(readOutline(seedText(id)))
  // «control» is no canonical stage: the vocabulary has none for it.
  const missed = expected.rows.filter(
    (row, index) => row.stage !== 'control' && !rows[index]?.canonical.includes(row.stage),
  )
  expect(missed).toEqual([])
})

test.each(seeds)('seed %s: every word of the source table is in the outline', (id) => {
  const text = seedText(id)
  const outline = readOutline(text)
  const header = text
    .split('\n')
    .findIndex((line) => /№|No\t/.test(line) && /\t/.test(line) && !/ДОРОЖНАЯ/.test(line))
  const table = text.split('\n').slice(header).join('\n')
  const kept = new Set(words(JSON.stringify(outline).replaceAll('\\n', ' ')))
  expect(words(table).filter((word) => !kept.has(word))).toEqual([])
})

test.runIf(present)('seed 004: order, basis and level', () => {
  const outline = readOutline(seedText('004'))
  expect(outline.approval).toEqual({ kind: 'приказ', number: '88', date: '2022-04-30' })
  expect(outline.basis.join(' ')).toContain('№ 87 от 29.04.2022')
  expect(outline.level).toBe('additional')
})

function codesOf(id: string): string[] {
  return readOutline(seedText(id)).warnings.map((warning) => warning.code)
}

test.runIf(present)('seeds: warnings that the gold asks for', () => {
  expect(codesOf('000')).toEqual(expect.arrayContaining(['mended-word', 'narrower-than-text']))
  expect(codesOf('001')).toEqual(expect.arrayContaining(['order-inversion', 'ambiguous-year']))
  expect(codesOf('003').filter((code) => code === 'missing-person')).toHaveLength(4)
  expect(codesOf('003')).toEqual(expect.arrayContaining(['no-title']))
  expect(codesOf('004')).toEqual(expect.arrayContaining(['duplicate-part', 'year-inferred', 'mended-word']))
})

const EXAMPLES = new URL('../../examples/roadmaps/', import.meta.url)
const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((file) => file.endsWith('.txt')) : []

test.each(examples)('example %s: title, rows with deadlines and people, every word of the table', (file) => {
  const text = readFileSync(new URL(file, EXAMPLES), 'utf8')
  const outline = readOutline(text)
  const activities = outline.stages.flatMap((stage) => stage.activities)
  expect(activities.length).toBeGreaterThan(7)
  expect(activities.filter((activity) => activity.deadlines.length === 0)).toEqual([])
  expect(activities.some((activity) => activity.informationSupport)).toBe(true)
  const table = text.slice(text.search(/^.*(?:№|No\t).*\t|^\s*\t№/m))
  const kept = new Set(words(JSON.stringify(outline).replaceAll('\\n', ' ')))
  expect(words(table).filter((word) => !kept.has(word))).toEqual([])
})
