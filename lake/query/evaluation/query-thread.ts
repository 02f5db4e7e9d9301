// A thread that evaluates queries over its own connection, so that no query holds up the answers to others.
import { parentPort, workerData } from 'node:worker_threads'
import { LakeError } from '../../errors.ts'
import { giveWay } from '../../limits/give-way.ts'
import { runWithinFairly, TimeLimitError } from '../../limits/time-limit.ts'
import { openDocumentReader, TooManyDocumentsError } from '../../store/document-reader.ts'
import { answerTask } from './answer-task.ts'
import type { Outcome, QueryAnswer, TaskMessage, ThreadSetting } from './task.ts'
import { createThreadSight } from './thread-sight.ts'

const setting: ThreadSetting = workerData
const { limits, projectId, dataset } = setting
giveWay(setting.niceness)

const reader = openDocumentReader(setting, { cacheSize: setting.cacheSize })
const look = await createThreadSight(reader, setting.view)
const place = { projectId, dataset, resultLength: limits.resultLength }

parentPort?.on('message', ({ number, task, allowance }: TaskMessage) => {
  const tell = (outcome: Outcome) => parentPort?.postMessage({ number, outcome })
  try {
    const answer: QueryAnswer | Promise<QueryAnswer> = runWithinFairly(allowance.timeMs, () => {
      reader.begin()
      const visible = look(task.identity, task.now)
      reader.allow(allowance.documents)
      const told = answerTask(task, visible, { ...place, looks: allowance.looks })
      return task.isSearch && !(told instanceof Promise) ? { ...told, sequence: reader.sequence() } : told
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
  if (error instanceof TimeLimitError || error instanceof TooManyDocumentsError) return { late: true }
  if (error instanceof LakeError) return { refusal: error.body }
  return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
