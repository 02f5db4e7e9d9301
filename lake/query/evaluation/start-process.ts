import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { httpError } from '../../errors.ts'
import { readReport, type Order, type Settings } from './patient-messages.ts'
import type { Thread } from './start-thread.ts'
import type { Outcome } from './task.ts'

const PROGRAM = fileURLToPath(new URL('patient-process.ts', import.meta.url))

interface Pending {
  settle: (outcome: Outcome) => void
  fail: (error: unknown) => void
}

/**
 * Threads in a process of their own, which is started with the first task and again should it end. Threads of one
 * process share those that tidy up memory: queries that leave much behind would slow down everything else.
 */
export function createPatientThreads(
  settings: Settings,
  onError: (error: unknown) => void,
  startProgram: () => ChildProcess = forkProgram,
): Thread[] {
  const pending = new Map<number, Pending>()
  let child: ChildProcess | null = null
  let count = 0
  let isClosed = false

  function start(): ChildProcess {
    const started = startProgram()
    started.on('message', (message) => {
      const report = readReport(message)
      if ('trouble' in report) return onError(new Error(report.trouble))
      const done = pending.get(report.number)
      pending.delete(report.number)
      rest(started)
      done?.settle(report.outcome)
    })
    started.on('error', onError)
    started.on('exit', (code, signal) => {
      if (child !== started) return
      child = null
      if (!isClosed) onError(new Error(`The process of long queries ended: ${signal ?? code}`))
      for (const { fail } of pending.values()) fail(gone())
      pending.clear()
    })
    started.send(settings, (error) => error && onError(error))
    return started
  }

  /** The program goes on while somebody waits, and only then. */
  function rest(started: ChildProcess): void {
    if (pending.size > 0) return
    started.unref()
    started.channel?.unref()
  }

  async function close(): Promise<void> {
    isClosed = true
    const ended = child
    child = null
    for (const { fail } of pending.values()) fail(gone())
    pending.clear()
    if (!ended) return
    const exit = once(ended, 'exit')
    ended.ref()
    ended.kill('SIGKILL')
    await exit
  }

  return settings.settings.map((_setting, thread) => ({
    run: (task, allowance, patienceMs) =>
      new Promise<Outcome>((settle, fail) => {
        if (isClosed) return fail(gone())
        const started = (child ??= start())
        const number = count++
        pending.set(number, { settle, fail })
        started.ref()
        started.channel?.ref()
        // When it does not arrive, the process has ended, which is told apart.
        started.send({ number, thread, task, allowance, patienceMs } satisfies Order, () => {})
      }),
    async warmUp() {
      if (isClosed || child) return
      child = start()
      rest(child)
    },
    close,
  }))
}

function forkProgram(): ChildProcess {
  return fork(PROGRAM, [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function gone() {
  return httpError(503, 'The query could not be evaluated: try again')
}
