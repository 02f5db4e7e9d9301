import { evaluate, parse } from 'groq-js'
import type { BenchDocument } from './make-documents.ts'
import type { QueryShape } from './query-shapes.ts'

export interface ShapeResult {
  name: string
  p50Ms: number
  p99Ms: number
  /** Time of plain groq-js over that of the lake (p50). */
  plainRatio: number
}

/** How long the lake takes for a shape, in ms, shortest first. The first runs are not counted. */
export async function timeShape(
  shape: QueryShape,
  ask: (shape: QueryShape) => Promise<unknown>,
  runs: number,
): Promise<number[]> {
  const times: number[] = []
  for (let run = -2; run < runs; run += 1) {
    const started = performance.now()
    await ask(shape)
    if (run >= 0) times.push(performance.now() - started)
  }
  return times.toSorted((one, other) => one - other)
}

/** How long groq-js takes over all documents, once, in ms. */
export async function timePlainly(
  { query, params }: QueryShape,
  documents: readonly BenchDocument[],
): Promise<number> {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const started = performance.now()
  const value = await evaluate(parse(query, { params }), {
    dataset: documents,
    params,
    dereference: async ({ _ref }: { _ref: string }) => byId.get(_ref),
  })
  await value.get()
  return performance.now() - started
}

/** @param sorted shortest first; NaN when empty */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
