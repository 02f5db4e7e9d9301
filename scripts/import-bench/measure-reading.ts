import * as fc from 'fast-check'
import { arbitraryRoadmap } from '#content/roadmap-import/corpus/arbitrary-roadmaps.ts'
import { BYTE_RENDERERS } from '#content/roadmap-import/corpus/render-bytes.ts'
import { TEXT_RENDERERS } from '#content/roadmap-import/corpus/render-text.ts'
import { readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'

/** How fast the documents of one format are read. */
export interface FormatSpeed {
  format: string
  documents: number
  documentsPerSecond: number
  /** Average time for one document. */
  meanMs: number
  /** The longest time for one document. */
  slowestMs: number
  meanBytes: number
}

const SEED = 5000

/**
 * Writes the corpus in every format and reads it back, `count` documents a format; one document of each is read before
 * the clock starts.
 */
export async function* measureReading(count: number): AsyncGenerator<FormatSpeed> {
  const models = fc.sample(arbitraryRoadmap, { numRuns: count + 1, seed: SEED })
  for (const [format, render] of corpusRenderers()) {
    const files: Uint8Array[] = []
    for (const model of models) files.push(await render(model))
    const [first, ...rest] = files
    if (first) await readRoadmapBytes(first)
    const times: number[] = []
    for (const file of rest) {
      const begun = performance.now()
      await readRoadmapBytes(file)
      times.push(performance.now() - begun)
    }
    const total = times.reduce((sum, time) => sum + time, 0)
    yield {
      format,
      documents: rest.length,
      documentsPerSecond: (rest.length * 1000) / total,
      meanMs: total / rest.length,
      slowestMs: Math.max(...times),
      meanBytes: rest.reduce((sum, file) => sum + file.length, 0) / rest.length,
    }
  }
}

type Render = (model: Parameters<(typeof BYTE_RENDERERS)[string]>[0]) => Promise<Uint8Array> | Uint8Array

function corpusRenderers(): [string, Render][] {
  const texts = Object.entries(TEXT_RENDERERS).map(([name, render]): [string, Render] => [
    `text: ${name}`,
    (model) => new TextEncoder().encode(render(model)),
  ])
  return [...Object.entries(BYTE_RENDERERS), ...texts]
}
