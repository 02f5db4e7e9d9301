import { Script } from 'node:vm'

/** Thrown by `runWithin` when the time is up. Nothing of the work runs on, not even its `finally`. */
export class TimeLimitError extends Error {
  override name = 'TimeLimitError'
}

// The time limit of a script holds for everything that it calls.
const HOOK = Symbol.for('kopilka.timed-work')
const script = new Script(`globalThis[Symbol.for('kopilka.timed-work')]()`)

/**
 * Runs work that does not wait for anything, and stops it when it takes longer than allowed, wherever it is: also in a
 * regular expression. Takes about 0.1 ms more than the work itself.
 * @throws TimeLimitError
 */
export function runWithin<Result>(ms: number, work: () => Result): Result {
  const done: Result[] = []
  Reflect.set(globalThis, HOOK, () => void done.push(work()))
  try {
    script.runInThisContext({ timeout: Math.max(1, Math.round(ms)) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new TimeLimitError(`not done within ${ms} ms`)
    throw error
  } finally {
    Reflect.deleteProperty(globalThis, HOOK)
  }
  for (const result of done) return result
  throw new TimeLimitError(`not done within ${ms} ms`)
}

/** How many times longer work may take that got less than half of the processor. */
export const MORE_TIME = 4

/**
 * As `runWithin`, but work that was stopped because the machine was busy with something else is begun once more, with
 * more time.
 * @throws TimeLimitError
 */
export function runWithinFairly<Result>(ms: number, work: () => Result): Result {
  const before = process.threadCpuUsage()
  try {
    return runWithin(ms, work)
  } catch (error) {
    const { user, system } = process.threadCpuUsage(before)
    if (!(error instanceof TimeLimitError) || (user + system) / 1_000 > ms / 2) throw error
    return runWithin(ms * MORE_TIME, work)
  }
}
