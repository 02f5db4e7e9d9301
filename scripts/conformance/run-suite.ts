import * as z from 'zod'
import type { Answer } from './judge.ts'
import type { SuiteCase } from './read-suite.ts'
import type { Call } from './running-lake.ts'

const AT_ONCE = 8
const BATCH = 500

/** Puts one dataset after the other into the lake and asks its cases. */
export async function runSuite(
  call: Call,
  datasets: ReadonlyMap<string, Record<string, unknown>[]>,
  cases: readonly SuiteCase[],
  tell: (one: SuiteCase, answer: Answer) => void,
): Promise<void> {
  const byDataset = Map.groupBy(cases, ({ dataset }) => dataset)
  let present: string[] = []
  for (const [dataset, asked] of byDataset) {
    const documents = datasets.get(dataset) ?? []
    await mutate(
      call,
      present.map((id) => ({ delete: { id } })),
    )
    await mutate(
      call,
      documents.map((document) => ({ create: document })),
    )
    present = documents.map(({ _id }) => String(_id))
    const queue = asked.values()
    const work = async () => {
      for (const one of queue) tell(one, await ask(call, one))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
}

async function mutate(call: Call, mutations: readonly unknown[]): Promise<void> {
  for (let start = 0; start < mutations.length; start += BATCH) {
    const response = await call('/data/mutate/production', {
      mutations: mutations.slice(start, start + BATCH),
    })
    if (!response.ok) throw new Error(`Документы набора не записались: ${await response.text()}`)
  }
}

const answered = z.object({ result: z.unknown() })

async function ask(call: Call, { query, params }: SuiteCase): Promise<Answer> {
  const response = await call('/data/query/production?perspective=raw', { query, params })
  const text = await response.text()
  const { status } = response
  if (status !== 200) return { status, result: null, text }
  const body: unknown = JSON.parse(text)
  return { status, result: answered.parse(body).result, text }
}
