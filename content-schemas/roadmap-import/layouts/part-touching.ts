import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { headOf } from '../../responsible/head-words.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'

const DEADLINE_WORD =
  /^\(?(?:до|с|по|в|во|к|не|позднее|раза?|течение|протяжении|весь|всего|период[а]?|срока|учебного|ежегодно|ежеквартально|ежемесячно|постоянно|систематически|январ[ья]|феврал[ья]|март[а]?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|август[а]?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|квартал[а]?|полугоди[ея]|четверть|год[а]?|гг?\.?|уч\.?|[IVX]{1,3}|\d{1,2}|(?:19|20)\d\d|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?|[–—-])(?:[–—-]\p{Ll}+)?[,;)]?$/iu

/**
 * A row without a deadline or people in charge may have them at the ends of another cell's lines, where two columns
 * touched: these words are moved to the cell they belong to.
 */
export function partTouching(row: NeutralRow, roles: readonly ColumnRoleKey[]): NeutralRow {
  const cells = [...row.cells]
  const take = (role: ColumnRoleKey, tailOf: (line: string) => string, like: (words: string) => boolean) => {
    const at = roles.indexOf(role)
    if (row.spanning || at < 0 || cells[at] !== '') return
    for (const [column, cell] of cells.entries()) {
      if (roles[column] === 'number' || roles[column] === 'stage') continue
      const lines = cell.split(SOFT_BREAK)
      const tails = lines.map(tailOf)
      const words = tails.filter((tail) => tail !== '').join(SOFT_BREAK)
      const kept = lines.flatMap((line, index) => {
        const left = line.slice(0, line.length - (tails[index] ?? '').length).trim()
        return left === '' ? [] : [left]
      })
      if (words === '' || kept.length === 0 || !like(words)) continue
      cells[at] = words
      cells[column] = kept.join(SOFT_BREAK)
      return
    }
  }
  take('deadline', deadlineTail, (words) => deadlineLikeness(words.replaceAll(SOFT_BREAK, ' ')) > 0.95)
  take('responsible', peopleTail, (words) => responsibleLikeness(words) > 0.85)
  return { ...row, cells }
}

/** The words at the end of a line that all may stand in a deadline. */
function deadlineTail(line: string): string {
  const words = line.split(' ')
  const from = words.findLastIndex((word) => !DEADLINE_WORD.test(word)) + 1
  return words.slice(from).join(' ')
}

/** From the last word of a line that names a role or a person with a capital, to its end. */
function peopleTail(line: string): string {
  const words = line.split(' ')
  const from = words.findIndex(
    (word, index) =>
      /^\p{Lu}/u.test(word) &&
      (headOf(words.slice(index).join(' ')) !== null || /^(?:\p{Lu}\.){1,2}$/u.test(words[index + 1] ?? '')),
  )
  return from < 0 ? '' : words.slice(from).join(' ')
}
