import { percentile } from './measure-queries.ts'
import type { Call } from './measure-writes.ts'
import type { QueryShape } from './query-shapes.ts'

/** Queries that no index helps and that take very long over many documents. */
export const HOSTILE_QUERIES = [
  '*{"a": *{"b": *{"c": *[title match ^.^.title]}}}',
  '*[body[].children[].text match "*н*а*с*т*а*в*н*и*к*н*а*с*т*а*ъ"]{"x": *[title match "*а*о*е*и*у*"]}',
  '*{"x": *[title < ^.title && count(body[].children[text match ^.^.title]) > 0]}',
  '*{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}',
] as const

export interface HostilityResult {
  /** Of the other requests, while the hostile ones run. */
  p50Ms: number
  p99Ms: number
  requests: number
  /** Statuses of the answers to the hostile ones. */
  refused: number[]
}

/** Asks the shapes one after the other for as long as four hostile queries run. */
export async function measureHostility(call: Call, shapes: readonly QueryShape[]): Promise<HostilityResult> {
  const ask = (query: string, params: Record<string, unknown> = {}, perspective = 'drafts') =>
    call(`/data/query/production?returnQuery=false&perspective=${perspective}`, {
      method: 'POST',
      body: JSON.stringify({ query, params }),
    })
  const running = new Set<string>(HOSTILE_QUERIES)
  const hostile = HOSTILE_QUERIES.map(async (query) => {
    const { status } = await ask(query)
    running.delete(query)
    return status
  })
  const times: number[] = []
  while (running.size > 0) {
    for (const { query, params, perspective } of shapes) {
      const started = performance.now()
      const response = await ask(query, params, perspective)
      await response.arrayBuffer()
      times.push(performance.now() - started)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const sorted = times.toSorted((one, other) => one - other)
  return {
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    requests: times.length,
    refused: await Promise.all(hostile),
  }
}
