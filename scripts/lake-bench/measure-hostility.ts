import { idOf } from './make-documents.ts'
import { percentile } from './measure-queries.ts'
import { listen, write, type Call } from './measure-writes.ts'
import type { QueryShape } from './query-shapes.ts'

/** Queries that no index helps and that take very long over many documents. */
export const HOSTILE_QUERIES = [
  '*{"a": *{"b": *{"c": *[title match ^.^.title]}}}',
  '*[body[].children[].text match "*н*а*с*т*а*в*н*и*к*н*а*с*т*а*ъ"]{"x": *[title match "*а*о*е*и*у*"]}',
  '*{"x": *[title < ^.title && count(body[].children[text match ^.^.title]) > 0]}',
  '*{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}{"a": @, "b": @}',
] as const

export interface HostilityResult {
  /** Of the other queries, while the hostile ones run. */
  p50Ms: number
  p99Ms: number
  requests: number
  /** Of the first two hundred of them: the hostile ones were sent a moment before. */
  startP99Ms: number
  /** Of durable transactions meanwhile. */
  writeP99Ms: number
  /** From the answer to a writer to the event at the last of some listeners. */
  listenerDelayP99Ms: number
  /** Statuses of the answers to the hostile ones. */
  refused: number[]
}

const LISTENERS = 10
const START = 200
const PAUSE_MS = 5

/** Asks the shapes one after the other, and writes, for as long as four hostile queries run. */
export async function measureHostility(call: Call, shapes: readonly QueryShape[]): Promise<HostilityResult> {
  const ask = (query: string, params: Record<string, unknown> = {}, perspective = 'drafts') =>
    call(`/data/query/production?returnQuery=false&perspective=${perspective}`, {
      method: 'POST',
      body: JSON.stringify({ query, params }),
    })
  const arrivals = new Map<string, number>()
  const stops = await Promise.all(Array.from({ length: LISTENERS }, () => listen(call, arrivals)))
  const running = new Set<string>(HOSTILE_QUERIES)
  const hostile = HOSTILE_QUERIES.map(async (query) => {
    const { status } = await ask(query)
    running.delete(query)
    return status
  })

  const times: number[] = []
  const read = async () => {
    while (running.size > 0) {
      for (const { query, params, perspective } of shapes) {
        const started = performance.now()
        const response = await ask(query, params, perspective)
        await response.arrayBuffer()
        times.push(performance.now() - started)
      }
      await pause()
    }
  }
  const writes: number[] = []
  const delays: number[] = []
  const writeOn = async () => {
    for (let number = 0; running.size > 0; number += 1) {
      const id = `bench-hostile-${number}`
      const answered = new Map<string, number>()
      const started = performance.now()
      await write(call, idOf(number % 100), id, answered)
      writes.push(performance.now() - started)
      await pause()
      delays.push(Math.max(0, (arrivals.get(id) ?? performance.now()) - (answered.get(id) ?? Number.NaN)))
    }
  }
  await Promise.all([read(), writeOn()])
  await Promise.all(stops.map((stop) => stop()))
  return {
    p50Ms: percentile(sort(times), 0.5),
    p99Ms: percentile(sort(times), 0.99),
    requests: times.length,
    startP99Ms: percentile(sort(times.slice(0, START)), 0.99),
    writeP99Ms: percentile(sort(writes), 0.99),
    listenerDelayP99Ms: percentile(sort(delays), 0.99),
    refused: await Promise.all(hostile),
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
}

function sort(numbers: readonly number[]): number[] {
  return numbers.toSorted((one, other) => one - other)
}
