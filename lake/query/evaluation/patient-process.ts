// A process for queries that take long: with its threads, its memory and the tidying up of it, it gives way to all else.
import { LakeError } from '../../errors.ts'
import { giveWayWholly } from '../../limits/give-way.ts'
import { readOrder, readSettings, type Report } from './patient-messages.ts'
import { createThread, type Thread } from './start-thread.ts'
import type { Outcome } from './task.ts'

const NICENESS = 10

giveWayWholly(NICENESS)
// An interrupt at the terminal is for the program that started this one: it ends its processes itself.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

const tell = (report: Report) => process.send?.(report)
let threads: Thread[] | null = null

process.on('message', (message) => {
  if (threads) {
    void answer(threads, message)
    return
  }
  const { settings, memoryMb } = readSettings(message)
  threads = settings.map((setting) => createThread(setting, memoryMb, complain))
  void threads[0]?.warmUp()
})

function complain(error: unknown): void {
  tell({ trouble: describe(error) })
}

async function answer(ready: readonly Thread[], message: unknown): Promise<void> {
  const { number, thread, task, allowance, patienceMs } = readOrder(message)
  tell({ number, outcome: await run() })

  async function run(): Promise<Outcome> {
    try {
      const chosen = ready[thread]
      if (!chosen) throw new Error(`There is no thread ${thread}`)
      return await chosen.run(task, allowance, patienceMs)
    } catch (error) {
      return error instanceof LakeError ? { refusal: error.body } : { failure: describe(error) }
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
