import { childrenOf, type XmlElement } from '../xml/parse-xml.ts'
import { formatCounter, markOfBullet } from '../word/format-counter.ts'

interface Level {
  /** Format as Word calls it; '' for a mark. */
  format: string
  prefix: string
  suffix: string
  mark: string
  start: number
  /** How many counters the number shows: 2 for «1.1». */
  shown: number
}

const FORMATS: Readonly<Record<string, string>> = {
  I: 'upperRoman',
  i: 'lowerRoman',
  A: 'upperLetter',
  a: 'lowerLetter',
  А: 'russianUpper',
  а: 'russianLower',
  '': 'none',
}

/** The lists of an OpenDocument: the number or mark of every item. */
export class OpenDocumentLists {
  readonly #styles: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly #counters = new Map<string, (number | undefined)[]>()

  constructor(styleParts: readonly XmlElement[]) {
    const styles = styleParts.flatMap((part) => childrenOf(part, 'list-style'))
    this.#styles = new Map(
      styles.map((style) => [
        style.attributes.get('name') ?? '',
        new Map(
          childrenOf(style).map((level) => [Number(level.attributes.get('level') ?? '1'), readLevel(level)]),
        ),
      ]),
    )
  }

  /** Begins a list that does not go on from an earlier one. */
  restart(style: string): void {
    this.#counters.delete(style)
  }

  /** The number or mark of the next item of a list; levels are counted from 1. */
  labelOf(style: string, at: number, startsAt: number | null): string {
    const levels = this.#styles.get(style)
    const level = levels?.get(at)
    if (!level) return '•'
    if (level.format === '') return level.mark
    const counters = this.#counters.get(style) ?? []
    this.#counters.set(style, counters)
    counters[at] = startsAt ?? (counters[at] ?? level.start - 1) + 1
    counters.length = at + 1
    const shown = Array.from({ length: level.shown }, (_, index) => at - level.shown + 1 + index)
    const numbers = shown.map((each) =>
      formatCounter(counters[each] ?? 1, levels?.get(each)?.format || 'decimal'),
    )
    return level.format === 'none' ? '' : `${level.prefix}${numbers.join('.')}${level.suffix}`
  }
}

function readLevel(level: XmlElement): Level {
  const read = (name: string) => level.attributes.get(name) ?? ''
  const counted = level.name === 'list-level-style-number'
  const first = (read('num-format').split(',')[0] ?? '').trim()
  return {
    format: counted ? (FORMATS[first] ?? 'decimal') : '',
    prefix: read('num-prefix'),
    suffix: read('num-suffix'),
    mark: level.name === 'list-level-style-bullet' ? markOfBullet(read('bullet-char')) : '•',
    start: Number(read('start-value') || '1') || 1,
    shown: Math.min(Math.max(1, Number(read('display-levels')) || 1), Number(read('level')) || 1),
  }
}
