import { readsEverything } from '../../access/identity.ts'
import { dataError, httpError, LakeError } from '../../errors.ts'
import { GateFullError } from '../../limits/gate.ts'
import type { Limits } from '../../limits/limits.ts'
import type { InPlace } from './answer-in-place.ts'
import { createLaneMemory } from './lane-memory.ts'
import { createLane } from './lane.ts'
import { createShares } from './shares.ts'
import { createPatientThreads } from './start-process.ts'
import { createThread } from './start-thread.ts'
import type { Outcome, QueryAnswer, QueryTask, ThreadSetting, ViewModule } from './task.ts'

/** Evaluates queries away from the thread that answers requests. */
export interface Evaluation {
  /**
   * @param client whose query it is: nobody may have too many that take long
   * @throws LakeError 400 for a query that is wrong or needs too much, 429 when too many take long, 503
   */
  answer(task: QueryTask, client: string): Promise<QueryAnswer>
  /**
   * The documents that a query gives, by their ids.
   * @returns null where no thread can tell
   * @throws LakeError as `answer`
   */
  search(task: QueryTask): Promise<{ documents: unknown; sequence: number } | null>
  /** Starts the threads of short queries, so that the first ones need not wait for that. */
  warmUp(): Promise<void>
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
const CACHE_SIZE = 6 * 1024 * 1024
const MEMORY_MB = 256
// What surely takes longer than a lane's time is passed on at once.
const QUICK = { documents: 5_000, looks: 50_000 }
const MEDIUM = { documents: 50_000, looks: 500_000 }
const SLOW = { documents: Number.POSITIVE_INFINITY, looks: Number.POSITIVE_INFINITY }
/** How much the slowest give way to the others. */
const SLOW_NICENESS = 19

export function createEvaluation({ limits, onError, inPlace, view, ...rest }: Options): Evaluation {
  const settings = (niceness: number): ThreadSetting => ({
    ...rest,
    view: view ?? null,
    limits,
    cacheSize: CACHE_SIZE,
    niceness,
  })
  const [medium, ...slow] = createPatientThreads(
    {
      settings: [0, ...Array.from({ length: limits.slowQueries }, () => SLOW_NICENESS)].map(settings),
      memoryMb: MEMORY_MB,
    },
    onError,
  )
  const quick = createThread(settings(0), MEMORY_MB, onError)
  const { quickTimeMs, queryTimeMs, waitingQueries } = limits
  // A query that is not done in one lane is begun anew in the next: short ones do not wait behind long ones.
  const lanes = [
    createLane([quick], { timeMs: quickTimeMs, ...QUICK }, waitingQueries * 8),
    createLane(medium ? [medium] : [], { timeMs: quickTimeMs * 10, ...MEDIUM }, waitingQueries),
    createLane(slow, { timeMs: queryTimeMs, ...SLOW }, waitingQueries),
  ]
  const shares = createShares(limits.waitingQueriesOfClient)
  const memory = createLaneMemory()

  async function answerInLanes(task: QueryTask, client: string): Promise<QueryAnswer> {
    const { query } = task.request
    const first = memory.laneOf(query)
    for (const [number, lane] of lanes.entries()) {
      if (number < first) continue
      const started = performance.now()
      const work = () => lane.run(task, client)
      const outcome = await (number === 0 ? work() : shares.enter(client, work))
      if (!('late' in outcome)) {
        const before = lanes[number - 1]
        const isShort = before && performance.now() - started < before.allowance.timeMs / 2
        memory.note(query, isShort ? number - 1 : number)
        return read(outcome)
      }
      memory.note(query, number + 1)
    }
    throw tooSlow(limits.queryTimeMs)
  }

  return {
    async answer(task, client) {
      const light = inPlace.answerLight(task)
      if (light) return light
      try {
        if (view !== undefined || readsEverything(task.identity)) return await answerInLanes(task, client)
      } catch (error) {
        throw error instanceof GateFullError ? tooMany() : error
      }
      const timeMs = limits.quickTimeMs * 10
      const outcome = await inPlace.answerAny(task, timeMs)
      if ('late' in outcome) throw tooSlow(timeMs)
      return read(outcome)
    },
    async search(task) {
      if (view === undefined && !readsEverything(task.identity)) return null
      try {
        const answer = await answerInLanes({ ...task, isSearch: true }, task.identity.id)
        const documents: unknown = JSON.parse(answer.result)
        return answer.sequence === undefined ? null : { documents, sequence: answer.sequence }
      } catch (error) {
        throw error instanceof GateFullError ? tooMany() : error
      }
    },
    warmUp: async () => void (await Promise.all(lanes.slice(0, -1).map((lane) => lane.warmUp()))),
    close: async () => void (await Promise.all(lanes.map((lane) => lane.close()))),
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
