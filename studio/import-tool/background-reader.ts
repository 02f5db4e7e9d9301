import type { ReadingTask, SourceReading } from './read-source.ts'
import type { NumberedTask, ReaderAnswer } from './reading-worker.ts'

const FAILED =
  'Прочитать не удалось: в программе ошибка. Сохраните документ в другом виде (.docx, .pdf или текст) и попробуйте снова.'
const NOT_STARTED =
  'Программа для чтения не запустилась. Обновите страницу; если не поможет, проверьте связь с сервером.'

const LONGEST_MS = 60_000
const TOO_LONG =
  'Документ читался дольше минуты и оставлен. Оставьте в нём только дорожную карту и загрузите снова.'

/** Reads in a thread of its own, so that the page stays alive whatever is read; one task at a time. */
export class BackgroundReader {
  #worker: Worker | null = null
  #number = 0
  #giveUp: (() => void) | null = null

  /** Loads the reader ahead of the first task. */
  prepare(): void {
    this.#worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
  }

  /**
   * The answer to a task; null when the task was cancelled. A new task cancels the one before; one that takes longer than a
   * minute is ended.
   */
  async read(task: ReadingTask): Promise<SourceReading | null> {
    this.cancel()
    this.prepare()
    const worker = this.#worker
    if (worker === null) return null
    const { promise, resolve } = Promise.withResolvers<SourceReading | null>()
    const finish = (answer: SourceReading | null) => {
      worker.removeEventListener('message', onMessage)
      worker.removeEventListener('error', onError)
      clearTimeout(timer)
      this.#giveUp = null
      resolve(answer)
    }
    this.#number += 1
    const number = this.#number
    const onMessage = ({ data: { answers, said } }: MessageEvent<Partial<ReaderAnswer>>) => {
      if (answers !== number || said === undefined) return
      if (said.type === 'failure') console.error(said.message)
      finish(said.type === 'failure' ? { type: 'problem', message: FAILED } : said)
    }
    const onError = () => {
      this.#worker = null
      finish({ type: 'problem', message: NOT_STARTED })
    }
    worker.addEventListener('message', onMessage)
    worker.addEventListener('error', onError)
    const end = (answer: SourceReading | null) => {
      worker.terminate()
      this.#worker = null
      finish(answer)
    }
    const timer = setTimeout(() => end({ type: 'problem', message: TOO_LONG }), LONGEST_MS)
    this.#giveUp = () => end(null)
    worker.postMessage({ number, task } satisfies NumberedTask, [])
    return promise
  }

  /** Ends the task at once, however deep in its work it is. */
  cancel(): void {
    this.#giveUp?.()
  }
}
