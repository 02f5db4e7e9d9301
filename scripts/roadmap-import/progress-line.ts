import { formatCount } from '#content/text/plurals.ts'
import type { ImportRecord } from './import-record.ts'
import { nameOutcome } from './report-table.ts'

/** Where lines for people go; `isTTY` tells a terminal, in which a line can be drawn over. */
export interface Terminal {
  write(text: string): unknown
  isTTY?: boolean | undefined
  columns?: number | undefined
}

/** Shows how far an import is: a line for every file; on a terminal also the file being read, drawn over. */
export class Progress {
  readonly #terminal: Terminal
  readonly #total: number
  #done = 0

  constructor(total: number, terminal: Terminal = process.stderr) {
    this.#total = total
    this.#terminal = terminal
  }

  begin(file: string): void {
    if (!this.#terminal.isTTY) return
    const line = `${this.#count(this.#done + 1)} ${file} …`
    this.#terminal.write(`\r\u001b[2K${line.slice(0, (this.#terminal.columns ?? 80) - 1)}`)
  }

  end(file: string, words: string): void {
    this.#done += 1
    this.#clear()
    this.#terminal.write(`${this.#count(this.#done)} ${file}: ${words}\n`)
  }

  /** Takes the line of the file being read away. */
  close(): void {
    this.#clear()
  }

  #clear(): void {
    if (this.#terminal.isTTY) this.#terminal.write('\r\u001b[2K')
  }

  #count(number: number): string {
    const total = String(this.#total)
    return `[${String(number).padStart(total.length)}/${total}]`
  }
}

/** What became of a file in one line: «черновик создан — 7 этапов, 23 мероприятия, проверить: 3». */
export function describeRecord(record: ImportRecord): string {
  const outcome = nameOutcome(record.outcome)
  if (record.problem !== null) return `${outcome} — ${record.problem}`
  const read = [
    formatCount(record.stages, ['этап', 'этапа', 'этапов']),
    formatCount(record.activities, ['мероприятие', 'мероприятия', 'мероприятий']),
    ...(record.attention.length > 0 ? [`проверить: ${record.attention.length}`] : []),
  ]
  return `${outcome} — ${read.join(', ')}`
}
