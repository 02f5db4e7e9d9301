import type { Outline } from '../outline/outline.ts'
import { cellOf, type ModelDeadline, type ModelRow, type RoadmapModel } from './roadmap-model.ts'

/** Shares from 0 to 1 of what was read right. */
export interface Measures {
  stages: number
  rows: number
  deadlines: number
  people: number
  words: number
}

/** Compares an outline with the model it was drawn from. */
export function measure(model: RoadmapModel, outline: Outline): Measures {
  const expected = model.parts.flatMap((part) => part.rows.map((row) => ({ part, row })))
  const found = outline.stages.flatMap((stage) => stage.activities.map((activity) => ({ stage, activity })))
  return {
    stages: f1(
      model.parts.map((part) => fold(part.title ?? '')),
      outline.stages.map((stage) => fold(stage.title ?? '')),
    ),
    rows: f1(
      expected.flatMap(({ row }) => row.activities.map((text) => `${row.number}|${fold(text)}`)),
      found.map(({ activity }) => `${activity.number}|${itemWords(activity.text)}`),
    ),
    deadlines: f1(
      expected.flatMap(({ row }) =>
        row.activities.flatMap((text, index) =>
          partsOf(row, index).map((part) => [fold(text), part.kind, part.start, part.end].join('|')),
        ),
      ),
      found.flatMap(({ activity }) =>
        activity.deadlines.map((deadline) =>
          [itemWords(activity.text), deadline.kind, deadline.start, deadline.end].join('|'),
        ),
      ),
    ),
    people: f1(
      expected.flatMap(({ row }) =>
        row.activities.flatMap((text) =>
          [...row.people.persons, ...row.people.roles, ...row.people.bodies].map(
            (name) => `${fold(text)}|${fold(name)}`,
          ),
        ),
      ),
      found.flatMap(({ activity }) =>
        activity.responsible.flatMap((party) =>
          [...party.persons, ...party.roles, ...party.bodies].map(
            (name) => `${itemWords(activity.text)}|${fold(name)}`,
          ),
        ),
      ),
    ),
    words: wordRecall(model, outline),
  }
}

function wordRecall(model: RoadmapModel, outline: Outline): number {
  const kept = new Set(wordsOf(JSON.stringify(outline)))
  const wanted = model.parts.flatMap((part) =>
    part.rows.flatMap((row) => model.columns.flatMap((column) => wordsOf(cellOf(model, part, row, column)))),
  )
  return wanted.length === 0 ? 1 : wanted.filter((word) => kept.has(word)).length / wanted.length
}

/** Deadlines of an item: its own where they line up one to one, else all of the row. */
function partsOf(
  { deadline, activities }: ModelRow,
  index: number,
): readonly Pick<ModelDeadline, 'kind' | 'start' | 'end'>[] {
  const parts = deadline.parts ?? [deadline]
  return parts.length === activities.length && parts.length > 1 ? parts.slice(index, index + 1) : parts
}

/** An item without the number of its list. */
function itemWords(text: string): string {
  return fold(text.replace(/^\d+\)\s*/, ''))
}

/** Harmonic mean of precision and recall over two bags of strings. */
function f1(expected: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>()
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1)
  let hits = 0
  for (const item of found) {
    const count = left.get(item) ?? 0
    if (count > 0) {
      hits += 1
      left.set(item, count - 1)
    }
  }
  return expected.length + found.length === 0 ? 1 : (2 * hits) / (expected.length + found.length)
}

function fold(text: string): string {
  return wordsOf(text).join(' ')
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
