import type { ReadingChoices, RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import type { UnreadDocument } from '#content/roadmap-import/unread-document.ts'
import type { ReadingTask, SourceReading } from './read-source.ts'

/** How far an editor has come with one document. */
export type ImportPhase =
  | { type: 'waiting' }
  | { type: 'reading'; name: string; bytes: number | null; since: number }
  | { type: 'problem'; message: string }
  | UnreadPhase
  | ReadPhase

/** A document in which no roadmap was found: the editor shows where it is. */
export interface UnreadPhase {
  type: 'unread'
  document: number
  name: string | null
  unread: UnreadDocument
  /** Why it cannot be read as the editor said; null before the first try. */
  refused: string | null
}

export interface ReadPhase {
  type: 'read'
  /** Counts documents, so that what belongs to one is not shown with the next. */
  document: number
  /** Name of the file; null for a pasted table. */
  name: string | null
  /** The reading with what the editor corrected. */
  reading: RoadmapReading
  choices: ReadingChoices
  /** Why the last correction cannot be; null when it could. */
  refused: string | null
}

/** What reads documents; null is the answer to what was cancelled. */
interface Reader {
  prepare(): void
  read(task: ReadingTask): Promise<SourceReading | null>
  cancel(): void
}

const LARGEST_FILE = 100 * 1024 * 1024
const TOO_LARGE = 'Файл больше 100 МБ. Уберите из него картинки и оставьте только дорожную карту.'
const NOT_OPENED = 'Файл не открывается: его переместили, удалили или он ещё не скачан. Выберите его снова.'

/**
 * One document on its way to a draft. It lives outside of the tool's components, which the Studio puts together anew
 * soon after it opens: nothing that was dropped in between is lost.
 */
export class ImportSession {
  #phase: ImportPhase = { type: 'waiting' }
  #documents = 0
  readonly #reader: Reader
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()

  constructor(reader: Reader, now: () => number = Date.now) {
    this.#reader = reader
    this.#now = now
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly phase = (): ImportPhase => this.#phase

  /** Loads what reading needs, ahead of the first document. */
  prepare(): void {
    this.#reader.prepare()
  }

  async openFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<void> {
    if (file.size > LARGEST_FILE) {
      this.#show({ type: 'problem', message: TOO_LARGE })
      return
    }
    const document = this.#begin(file.name, file.size)
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    )
    if (document !== this.#documents) return
    if (bytes === null) this.#show({ type: 'problem', message: NOT_OPENED })
    else await this.#read(document, file.name, { type: 'file', bytes })
  }

  async openPasted(text: string, html: string): Promise<void> {
    await this.#read(this.#begin('вставленная таблица', null), null, { type: 'pasted', text, html })
  }

  /** Reads the same document with other corrections; those that leave no roadmap are refused with a sentence. */
  async correct(choices: ReadingChoices): Promise<void> {
    const phase = this.#phase
    if (phase.type !== 'read' && phase.type !== 'unread') return
    const { document, sourceText } = phase.type === 'read' ? phase.reading : phase.unread
    const answer = await this.#reader.read({ type: 'again', reading: { document, sourceText }, choices })
    if (answer === null || this.#phase !== phase) return
    if (answer.type === 'read') {
      const { name } = phase
      const { reading } = answer
      this.#show({ type: 'read', document: phase.document, name, reading, choices, refused: null })
    } else this.#show({ ...phase, refused: answer.message })
  }

  /** Puts the document aside, whether it is still being read or not. */
  leave(): void {
    this.#documents += 1
    this.#reader.cancel()
    this.#show({ type: 'waiting' })
  }

  #begin(name: string, bytes: number | null): number {
    this.#documents += 1
    this.#show({ type: 'reading', name, bytes, since: this.#now() })
    return this.#documents
  }

  async #read(document: number, name: string | null, task: ReadingTask): Promise<void> {
    const answer = await this.#reader.read(task)
    if (answer === null || document !== this.#documents) return
    if (answer.type === 'problem') this.#show(answer)
    else if (answer.type === 'unread')
      this.#show({ type: 'unread', document, name, unread: answer.unread, refused: null })
    else this.#show({ type: 'read', document, name, reading: answer.reading, choices: {}, refused: null })
  }

  #show(phase: ImportPhase): void {
    this.#phase = phase
    for (const listener of this.#listeners) listener()
  }
}
