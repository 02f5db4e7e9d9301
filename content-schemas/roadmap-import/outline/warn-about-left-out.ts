import type { RoadmapTable } from '../table/roadmap-table.ts'
import { flattenWords } from '../text/plain-words.ts'
import { isHeadingWithin } from './heading-marks.ts'
import type { OutlineWarning } from './outline.ts'

const LEAST_WORDS = 2
const QUOTED_LETTERS = 40

/** Words of the table that the roadmap has no place for: headings without rows, and blocks of words among the rows. */
export function warnAboutLeftOut(table: RoadmapTable): OutlineWarning[] {
  const headings = table.items.flatMap((item, index): OutlineWarning[] => {
    const words = item.type === 'section' ? flattenWords(item.text) : ''
    const next = table.items[index + 1]
    if (words === '' || next?.type === 'row') return []
    if (next && isHeadingWithin(words, flattenWords(next.text))) return []
    return [
      {
        code: 'text-left-out',
        message: `Под заголовком «${beginning(words)}» нет ни одной строки: в карту он не взят.`,
        place: `раздел «${words.slice(0, QUOTED_LETTERS)}»`,
      },
    ]
  })
  const blocks = table.among.flatMap((text): OutlineWarning[] => {
    const words = flattenWords(text)
    if ((words.match(/\p{L}{2,}/gu) ?? []).length < LEAST_WORDS) return []
    return [
      {
        code: 'text-left-out',
        message: `Среди строк таблицы стоит текст «${beginning(words)}»: в карту он не взят.`,
        place: 'таблица',
      },
    ]
  })
  return [...headings, ...blocks]
}

function beginning(words: string): string {
  return words.length > 80 ? `${words.slice(0, 80).trimEnd()}…` : words
}
