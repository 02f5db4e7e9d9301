// A thread that evaluates queries over its own connection, so that no query holds up the answers to others.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { LakeError } from '../../errors.ts'
import { runWithinFairly, TimeLimitError } from '../../limits/time-limit.ts'
import { openDocumentReader } from '../../store/document-reader.ts'
import { answerTask } from './answer-task.ts'
import type { Outcome, QueryAnswer, TaskMessage, ThreadSetting } from './task.ts'
import { createThreadSight } from './thread-sight.ts'

const setting: ThreadSetting = workerData
const { limits, projectId, dataset } = setting
// On Linux this holds for the thread alone; elsewhere it may be refused.
if (setting.isPatient) trySetPriority()

const reader = openDocumentReader(setting, { cacheSize: setting.cacheSize })
const look = await createThreadSight(reader, setting.view)
const place = { projectId, dataset, resultLength: limits.resultLength }

parentPort?.on('message', ({ number, task, timeMs }: TaskMessage) => {
  const tell = (outcome: Outcome) => parentPort?.postMessage({ number, outcome })
  try {
    const answer: QueryAnswer | Promise<QueryAnswer> = runWithinFairly(timeMs, () => {
      reader.begin()
      return answerTask(task, look(task.identity, task.now), place)
    })
    if (answer instanceof Promise) {
      answer.then(
        (finished) => tell({ answer: finished }),
        (error: unknown) => tell(describe(error)),
      )
    } else tell({ answer })
  } catch (error) {
    tell(describe(error))
  } finally {
    reader.end()
  }
})

function describe(error: unknown): Outcome {
  if (error instanceof TimeLimitError) return { late: true }
  if (error instanceof LakeError) return { refusal: error.body }
  return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function trySetPriority(): void {
  try {
    setPriority(5)
  } catch {
    // It works all the same.
  }
}
