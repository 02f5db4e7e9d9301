import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRoadmap } from './corpus/arbitrary-roadmaps.ts'
import { DAMAGES } from './corpus/damage.ts'
import { measure, type Measures } from './corpus/measure.ts'
import { PAGE_RENDERERS, TEXT_RENDERERS } from './corpus/render-text.ts'
import type { RoadmapModel } from './corpus/roadmap-model.ts'
import { dropHeadings, shuffleColumns } from './corpus/vary-model.ts'
import { readOutline } from './read-roadmap.ts'

const MODELS_PER_LAYOUT = 12
const MODELS_PER_DAMAGE = 1
const MODELS_PER_VARIANT = 4
/** Where lines of cells run into each other and columns are shuffled, words alone tell them apart. */
const LEAST_WHERE_CELLS_RUN_ON = 0.93
/** Where rows touch on the page, or cells leave their order. */
const LEAST_OFF_PAGES = new Map([
  ['aligned, centred, rows together', 0.85],
  ['blocks of lines', 0.85],
  ['lines of words, rows apart', 0.8],
])

/** The least share of each measure over the documents of one layout. */
const LEAST = new Map([
  ['stages', 0.98],
  ['rows', 0.98],
  ['deadlines', 0.98],
  ['people', 0.97],
  ['words', 1],
])

function average(measures: readonly Measures[]): Measures {
  const mean = (key: keyof Measures) =>
    measures.reduce((sum, one) => sum + one[key], 0) / Math.max(1, measures.length)
  return {
    stages: mean('stages'),
    rows: mean('rows'),
    deadlines: mean('deadlines'),
    people: mean('people'),
    words: mean('words'),
  }
}

/** The measures that fall short of the least, empty when the documents were read back. */
function shortfall(measures: readonly Measures[]): Partial<Measures> {
  const found = average(measures)
  const entries = Object.entries(found)
  return Object.fromEntries(entries.filter(([key, share]) => share < (LEAST.get(key) ?? 1)))
}

function sample(seed: number, count: number): RoadmapModel[] {
  return fc.sample(arbitraryRoadmap, { numRuns: count, seed })
}

test.each(Object.entries(TEXT_RENDERERS))('roadmaps written as «%s» are read back', (name, render) => {
  const models = sample(1000 + name.length, MODELS_PER_LAYOUT)
  expect(shortfall(models.map((model) => measure(model, readOutline(render(model)))))).toEqual({})
})

test.each(Object.entries(PAGE_RENDERERS))(
  'roadmaps taken off pages as «%s» are mostly read back',
  (name, render) => {
    const models = sample(1000 + name.length, MODELS_PER_LAYOUT)
    const found = average(models.map((model) => measure(model, readOutline(render(model)))))
    for (const share of Object.values(found)) expect(share).toBeGreaterThan(LEAST_OFF_PAGES.get(name) ?? 1)
  },
)

test.each(Object.entries(DAMAGES))('files with «%s» are read back from every layout', (name, damage) => {
  const models = sample(2000 + name.length, MODELS_PER_DAMAGE)
  const measures = Object.values(TEXT_RENDERERS).flatMap((render) =>
    models.map((model) => measure(model, readOutline(damage(render(model))))),
  )
  expect(shortfall(measures)).toEqual({})
})

/** Ways of writing that keep cells apart: they are read whatever the order of columns, with headings or without. */
const CELLS_APART = [
  'tab rows',
  'tab rows, page breaks',
  'one cell a line',
  'pipes',
  'markdown',
  'drawn with lines',
  'cell and pipe',
  'semicolons',
]
/** Ways of writing in which words of two columns never stand on one line, or where the page tells them apart. */
const COLUMNS_APART = [
  ...CELLS_APART,
  'tab rows, wrapped lines',
  'aligned by spaces',
  'aligned, rows apart',
  'aligned, centred',
  'aligned over pages',
]
const named = Object.entries(TEXT_RENDERERS)
const apart = named.filter(([name]) => CELLS_APART.includes(name))
const inColumns = named.filter(([name]) => COLUMNS_APART.includes(name))
const runningOn = named.filter(([name]) => !COLUMNS_APART.includes(name))

test.each(inColumns)('columns of «%s» stand in any order', (name, render) => {
  const models = sample(3000 + name.length, MODELS_PER_LAYOUT).map(shuffleColumns)
  expect(shortfall(models.map((model) => measure(model, readOutline(render(model)))))).toEqual({})
})

test.each(runningOn)('columns of «%s» stand in any order, most of them told apart', (name, render) => {
  const models = sample(3000 + name.length, MODELS_PER_LAYOUT).map(shuffleColumns)
  const found = average(models.map((model) => measure(model, readOutline(render(model)))))
  for (const share of Object.values(found)) expect(share).toBeGreaterThan(LEAST_WHERE_CELLS_RUN_ON)
})

test.each(apart)('«%s» is read without headings', (name, render) => {
  const models = sample(4000 + name.length, MODELS_PER_VARIANT).map(dropHeadings)
  expect(shortfall(models.map((model) => measure(model, readOutline(render(model)))))).toEqual({})
})

test('a flat table of a hundred rows is read whole and at once', () => {
  const rows = Array.from(
    { length: 100 },
    (_, index) =>
      `${index + 1}.\tПроведение консультации № ${index + 1} для наставников\tМай 2025\tИванова М.П.`,
  )
  const header = '№ п/п\tМероприятие\tСрок\tОтветственный'
  const outline = readOutline(['Дорожная карта на 2024-2025 учебный год', '', header, ...rows].join('\n'))
  const activities = outline.stages.flatMap((stage) => stage.activities)
  expect(outline.stages).toHaveLength(1)
  expect(activities.map((activity) => activity.number)).toEqual(rows.map((_, index) => `${index + 1}`))
  expect(new Set(activities.map((activity) => activity.deadlines[0]?.start))).toEqual(new Set(['2025-05-01']))
})
