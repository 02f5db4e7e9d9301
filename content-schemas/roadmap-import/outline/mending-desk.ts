import { type Mend, mendWords } from '../../mending/mend-words.ts'
import type { OutlineWarning } from './outline.ts'

/** Mends the words of cells and keeps a warning for every mend, one for the same tear. */
export class MendingDesk {
  readonly #wholeWords: ReadonlySet<string>
  readonly #reported = new Set<string>()
  #warnings: OutlineWarning[] = []

  constructor(wholeWords: ReadonlySet<string>) {
    this.#wholeWords = wholeWords
  }

  mend(text: string, place: string): string {
    const { text: mended, mends } = mendWords(text, this.#wholeWords)
    for (const mend of mends) this.#report(mend, place)
    return mended
  }

  takeWarnings(): OutlineWarning[] {
    const warnings = this.#warnings
    this.#warnings = []
    return warnings
  }

  #report(mend: Mend, place: string): void {
    const key = `${mend.from}|${place}`
    if (this.#reported.has(key)) return
    this.#reported.add(key)
    this.#warnings.push({
      code: 'mended-word',
      message: `Слово, разорванное переносом, собрано: «${mend.from}» → «${mend.to}».`,
      place,
    })
  }
}
