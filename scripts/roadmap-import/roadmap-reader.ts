import { type ChildProcess, fork } from 'node:child_process'
import { type FileReading, readingSchema, type ReadingTask } from './file-reading.ts'

export interface ReaderLimits {
  /** Milliseconds that one file may take. */
  time: number
  /** Megabytes of memory for JavaScript objects. */
  memory: number
}

const LIMITS: ReaderLimits = { time: 60_000, memory: 768 }

/**
 * Reads roadmap files in a process of its own, one at a time: a file that hangs, takes all the memory or crashes costs
 * that process, not the import. The next file gets a new process.
 */
export class RoadmapReader {
  readonly #limits: ReaderLimits
  readonly #program: URL
  #child: ChildProcess | null = null
  #stop: ((reading: FileReading) => void) | null = null

  constructor(limits: ReaderLimits = LIMITS, program = new URL('./reader-process.ts', import.meta.url)) {
    this.#limits = limits
    this.#program = program
  }

  /** Reads one file; never rejects. */
  async read(task: ReadingTask): Promise<FileReading> {
    const child = (this.#child ??= this.#start())
    const timer = setTimeout(() => this.#stop?.(this.#overtime()), this.#limits.time)
    const { promise, resolve } = Promise.withResolvers<FileReading>()
    const take = (message: unknown) => resolve(readingSchema.parse(message))
    const lose = () => resolve(CRASH)
    this.#stop = resolve
    child.once('message', take).once('exit', lose)
    child.send(task, (error) => error && lose())
    const reading = await promise
    clearTimeout(timer)
    this.#stop = null
    child.off('message', take).off('exit', lose)
    if ('code' in reading && ENDING.has(reading.code)) this.close()
    return reading
  }

  /** Ends the reading under way: it gives `interrupted`. */
  interrupt(): void {
    this.#stop?.({ problem: 'Чтение прервано.', code: 'interrupted' })
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [], {
      execArgv: [`--max-old-space-size=${this.#limits.memory}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // What goes wrong with the process shows in the reading it was asked for.
    return child.on('error', () => {})
  }

  #overtime(): FileReading {
    const seconds = Math.round(this.#limits.time / 1000)
    return {
      problem: `Файл разбирался дольше ${seconds} секунд и оставлен. Сохраните из него только дорожную карту и загрузите её.`,
      code: 'time-limit',
    }
  }
}

/** Readings after which the process is of no more use. */
const ENDING = new Set(['crash', 'interrupted', 'time-limit'])

const CRASH: FileReading = {
  problem:
    'Разбор файла прервался: не хватило памяти. Оставьте в файле только дорожную карту и загрузите его снова.',
  code: 'crash',
}
