import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRoadmapBytes } from '../read-roadmap-file.ts'
import { arbitraryRoadmap } from './arbitrary-roadmaps.ts'
import { measure, type Measures } from './measure.ts'
import { BYTE_RENDERERS } from './render-bytes.ts'

const MODELS_PER_FORMAT = 8

/** The least share of each measure over the documents of one format. */
const LEAST: Readonly<Record<keyof Measures, number>> = {
  stages: 0.98,
  rows: 0.98,
  deadlines: 0.98,
  people: 0.97,
  words: 1,
}
const KEYS = ['stages', 'rows', 'deadlines', 'people', 'words'] as const

test.each(Object.entries(BYTE_RENDERERS))('roadmaps written as %s are read back', async (name, render) => {
  const models = fc.sample(arbitraryRoadmap, { numRuns: MODELS_PER_FORMAT, seed: 3000 + name.length })
  const measures: Measures[] = []
  for (const model of models) {
    // oxlint-disable-next-line no-await-in-loop -- one document at a time keeps the memory low
    const { outline } = await readRoadmapBytes(await render(model))
    measures.push(measure(model, outline))
  }
  const mean = (key: keyof Measures) => measures.reduce((sum, one) => sum + one[key], 0) / measures.length
  const short = KEYS.filter((key) => mean(key) < LEAST[key]).map((key) => [key, mean(key)])
  expect(short).toEqual([])
})
