import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts'
import { formatCounter, markOfBullet } from './format-counter.ts'

interface Level {
  format: string
  pattern: string
  start: number
}

interface List {
  /** Lists that are made of the same pattern count on from each other. */
  abstractId: string
  levels: Map<number, Level>
  restarts: Map<number, number>
}

interface Place {
  list: string
  level: number
}

const MAX_LEVEL = 8
const MAX_STYLES = 20

/** The lists of a Word document: which number or mark a paragraph shows, counted as Word counts. */
export class WordLists {
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: ReadonlyMap<string, XmlElement>
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #restarted = new Set<string>()

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#lists = readLists(numbering)
    this.#styles = new Map(childrenOf(styles, 'style').map((style) => [attribute(style, 'styleId'), style]))
  }

  /**
   * The number or mark before a paragraph, '' when it is in no list. A paragraph without words counts as well and shows
   * its number (that is how the first column of many tables is filled), but no mark.
   */
  labelOf(properties: XmlElement | undefined, hasWords: boolean): string {
    const place = this.#placeOf(properties)
    const list = place && this.#lists.get(place.list)
    const level = list?.levels.get(place?.level ?? 0)
    if (!place || !list || !level) return ''
    if (level.format === 'bullet') return hasWords ? markOfBullet(level.pattern) : ''
    const counters = this.#count(place, list, level)
    return level.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = list.levels.get(at)
      return formatCounter(counters[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
    })
  }

  #count(place: Place, list: List, level: Level): (number | undefined)[] {
    const counters = this.#counters.get(list.abstractId) ?? []
    this.#counters.set(list.abstractId, counters)
    const restart = list.restarts.get(place.level)
    const mark = `${place.list}:${place.level}`
    if (restart !== undefined && !this.#restarted.has(mark)) {
      this.#restarted.add(mark)
      counters[place.level] = restart - 1
    }
    counters[place.level] = (counters[place.level] ?? level.start - 1) + 1
    counters.length = place.level + 1
    return counters
  }

  /** List and level of a paragraph: its own, else those of its style or of the styles that is based on. */
  #placeOf(properties: XmlElement | undefined): Place | null {
    let numbering = childOf(properties, 'numPr')
    let style = attribute(childOf(properties, 'pStyle'), 'val')
    let list = attribute(childOf(numbering, 'numId'), 'val')
    const level = attribute(childOf(numbering, 'ilvl'), 'val')
    for (let steps = 0; list === '' && style !== '' && steps < MAX_STYLES; steps += 1) {
      const found = this.#styles.get(style)
      numbering = childOf(childOf(found, 'pPr'), 'numPr')
      list = attribute(childOf(numbering, 'numId'), 'val')
      style = attribute(childOf(found, 'basedOn'), 'val')
    }
    if (list === '' || list === '0') return null
    const at = Number(level || attribute(childOf(numbering, 'ilvl'), 'val') || '0')
    return Number.isInteger(at) && at >= 0 && at <= MAX_LEVEL ? { list, level: at } : null
  }
}

function readLists(numbering: XmlElement | undefined): Map<string, List> {
  const patterns = new Map(
    childrenOf(numbering, 'abstractNum').map((pattern) => [
      attribute(pattern, 'abstractNumId'),
      readLevels(childrenOf(pattern, 'lvl')),
    ]),
  )
  return new Map(
    childrenOf(numbering, 'num').map((list) => {
      const abstractId = attribute(childOf(list, 'abstractNumId'), 'val')
      const overrides = childrenOf(list, 'lvlOverride')
      const own = readLevels(overrides.flatMap((override) => childrenOf(override, 'lvl')))
      const restarts = overrides.flatMap((override): [number, number][] => {
        const start = childOf(override, 'startOverride')
        return start ? [[Number(attribute(override, 'ilvl')), Number(attribute(start, 'val')) || 0]] : []
      })
      const levels = new Map([...(patterns.get(abstractId) ?? []), ...own])
      return [attribute(list, 'numId'), { abstractId, levels, restarts: new Map(restarts) }]
    }),
  )
}

function readLevels(levels: readonly XmlElement[]): Map<number, Level> {
  return new Map(
    levels.map((level) => [
      Number(attribute(level, 'ilvl')),
      {
        format: attribute(childOf(level, 'numFmt'), 'val') || 'decimal',
        pattern: attribute(childOf(level, 'lvlText'), 'val'),
        start: Number(attribute(childOf(level, 'start'), 'val') || '1') || 0,
      },
    ]),
  )
}

function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? ''
}
