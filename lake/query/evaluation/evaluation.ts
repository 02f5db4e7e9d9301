import { readsEverything } from '../../access/identity.ts'
import { dataError, httpError, LakeError } from '../../errors.ts'
import { createGate, GateFullError, type Gate } from '../../limits/gate.ts'
import type { Limits } from '../../limits/limits.ts'
import type { InPlace } from './answer-in-place.ts'
import { createThread } from './start-thread.ts'
import { createSlowMemory } from './slow-memory.ts'
import type { Outcome, QueryAnswer, QueryTask, ThreadSetting, ViewModule } from './task.ts'

/** Evaluates queries away from the thread that answers requests. */
export interface Evaluation {
  /**
   * @param client whose query it is: nobody may have too many that take long
   * @throws LakeError 400 for a query that is wrong or needs too much, 429 when too many take long, 503
   */
  answer(task: QueryTask, client: string): Promise<QueryAnswer>
  close(): Promise<void>
}

interface Options {
  datasetPath: string
  indexPath: string
  projectId: string
  dataset: string
  /** What the public sees, for threads; null when it sees everything, missing when threads cannot know. */
  view: ViewModule | null | undefined
  inPlace: InPlace
  limits: Limits
  onError: (error: unknown) => void
}

/** JSON of documents that a thread keeps parsed, in characters, and what it may use in all. */
const CACHE_SIZE = 16 * 1024 * 1024
const MEMORY_MB = 512
/** A thread that does not even stop is given this long, ms. Starting one is part of it. */
const GRACE_MS = 5_000

export function createEvaluation({ limits, onError, inPlace, view, ...rest }: Options): Evaluation {
  const setting: ThreadSetting = {
    ...rest,
    view: view ?? null,
    limits,
    cacheSize: CACHE_SIZE,
    isPatient: false,
  }
  const quick = createThread(setting, MEMORY_MB, onError)
  const idle = Array.from({ length: limits.slowQueries }, () =>
    createThread({ ...setting, isPatient: true }, MEMORY_MB, onError),
  )
  const threads = [quick, ...idle]
  const gate = createGate({ atOnce: limits.slowQueries, waiting: limits.waitingQueries })
  const gates = new Map<string, { gate: Gate; users: number }>()
  const slow = createSlowMemory()

  async function runSlowly(task: QueryTask, client: string): Promise<QueryAnswer> {
    return enter(client, () =>
      gate.run(async () => {
        const thread = idle.pop()
        if (!thread) throw new Error('More queries run at once than there are threads')
        try {
          const { queryTimeMs } = limits
          const outcome = await thread.run(task, queryTimeMs, queryTimeMs + GRACE_MS)
          if ('late' in outcome) throw tooSlow(queryTimeMs)
          return read(outcome)
        } finally {
          idle.push(thread)
        }
      }),
    )
  }

  /** Nobody may take all places. */
  async function enter<Result>(client: string, work: () => Promise<Result>): Promise<Result> {
    const own = gates.get(client) ?? {
      gate: createGate({ atOnce: limits.waitingQueriesOfClient, waiting: 0 }),
      users: 0,
    }
    own.users += 1
    gates.set(client, own)
    try {
      return await own.gate.run(work)
    } catch (error) {
      throw error instanceof GateFullError ? tooMany() : error
    } finally {
      own.users -= 1
      if (own.users === 0) gates.delete(client)
    }
  }

  return {
    async answer(task, client) {
      const light = inPlace.answerLight(task)
      if (light) return light
      if (view === undefined && !readsEverything(task.identity)) {
        const outcome = await inPlace.answerAny(task, limits.quickTimeMs * 10)
        if ('late' in outcome) throw tooSlow(limits.quickTimeMs * 10)
        return read(outcome)
      }
      const { query } = task.request
      if (!slow.has(query)) {
        const outcome = await quick.run(task, limits.quickTimeMs, limits.quickTimeMs + GRACE_MS)
        if (!('late' in outcome)) return read(outcome)
        slow.add(query)
      }
      const started = performance.now()
      const answer = await runSlowly(task, client)
      if (performance.now() - started < limits.quickTimeMs / 2) slow.delete(query)
      return answer
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}

function read(outcome: Exclude<Outcome, { late: true }>): QueryAnswer {
  if ('answer' in outcome) return outcome.answer
  if ('refusal' in outcome) throw new LakeError(outcome.refusal)
  throw new Error(outcome.failure)
}

function tooSlow(ms: number): LakeError {
  return dataError(
    400,
    'queryTimeoutError',
    `the query was stopped after ${ms} ms: narrow it by _id, _type or references, or ask for less at once`,
  )
}

function tooMany(): LakeError {
  return httpError(429, 'Too many queries that take long wait already: try again later', {
    type: 'rateLimitExceededError',
  })
}
