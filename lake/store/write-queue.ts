import type { DatabaseSync } from 'node:sqlite'
import { diskFull, httpError } from '../errors.ts'
import { inTransaction } from './database.ts'
import { isDiskFull } from './disk-full.ts'

/** A piece of writing. Its parts run in order, each of them at once, with nothing in between. */
interface Job<Prepared> {
  /** Checks, and finds out what to write; writes nothing. When it throws, only this job fails. */
  prepare(): Prepared
  /** Writes. When it throws, the whole batch is rolled back. */
  write(prepared: Prepared): void
  /** Called once the writing is durable, in the order of the jobs. */
  announce(prepared: Prepared): void
}

/**
 * Performs jobs in the order they come. Jobs that wait at the same time share one durable transaction, since making
 * it durable is what takes long; each of them sees what those before it have written.
 */
export interface WriteQueue {
  /**
   * Resolves when the job is durable and announced.
   * @throws what `prepare` throws; LakeError 503 when the disk is full or the lake is closing
   */
  run<Prepared>(job: Job<Prepared>): Promise<Prepared>
  /** Does what waits, and takes no more. */
  close(): void
}

const MAX_BATCH = 200

/** @param onRollback called when what was written is taken back */
export function createWriteQueue(database: DatabaseSync, onRollback: () => void): WriteQueue {
  let waiting: Task[] = []
  let isClosed = false

  function flush(): void {
    const batch = waiting.slice(0, MAX_BATCH)
    waiting = waiting.slice(MAX_BATCH)
    if (waiting.length > 0) setImmediate(flush)
    try {
      inTransaction(database, () => {
        for (const task of batch) task.perform()
      })
    } catch (error) {
      onRollback()
      for (const task of batch) task.fail(isDiskFull(error) ? diskFull(error) : error)
      return
    }
    for (const task of batch) task.finish()
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(httpError(503, 'The lake is closing: nothing was written'))
          return
        }
        // Not at once: requests that are read in the same turn of the event loop join the batch.
        if (waiting.length === 0) setImmediate(flush)
        waiting.push(createTask(job, resolve, reject))
      }),
    close() {
      isClosed = true
      while (waiting.length > 0) flush()
    },
  }
}

/** A job of any kind, as the queue sees it. */
interface Task {
  perform(): void
  finish(): void
  fail(error: unknown): void
}

function createTask<Prepared>(
  job: Job<Prepared>,
  resolve: (prepared: Prepared) => void,
  reject: (error: unknown) => void,
): Task {
  let outcome: { prepared: Prepared } | { refusal: unknown } | undefined
  return {
    perform() {
      try {
        outcome = { prepared: job.prepare() }
      } catch (error) {
        outcome = { refusal: error }
        return
      }
      job.write(outcome.prepared)
    },
    finish() {
      if (outcome && 'prepared' in outcome) {
        job.announce(outcome.prepared)
        resolve(outcome.prepared)
      } else reject(outcome?.refusal)
    },
    fail(error) {
      reject(outcome && 'refusal' in outcome ? outcome.refusal : error)
    },
  }
}
