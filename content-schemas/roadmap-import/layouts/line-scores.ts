import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { endsFinished, startsLower } from '../text/plain-words.ts'

/** A line with everything its words tell about the column it may belong to. */
export interface JudgedLine {
  text: string
  blankBefore: boolean
  number: boolean
  /** Likeness to a deadline and to people in charge, 0 to 1. */
  deadline: number
  responsible: number
  lower: boolean
  finished: boolean
  /** Begins with the mark of a list. */
  marked: boolean
}

const DEADLINE_PIECE =
  /^(?:в|во|с|со|до|по|не позднее|в течени[еи]|на протяжении|весь|учебного|года|г\.|гг\.|период[а-я]*)(?:\s+(?:всего|учебного|течение|года))*\.?$/i
const DOCUMENT_START =
  /^(?:[-–—•\d.)\s]*)(?:приказ|положени|протокол|договор|соглаш|план|программ|справк|анкет|памятк|реестр|баз|отч[её]т|журнал|перечень|список|согласи|аналитич)/i

export function judgeLine(text: string, blankBefore: boolean): JudgedLine {
  const number = isNumberMark(text)
  return {
    text,
    blankBefore,
    number,
    deadline: number ? 0 : DEADLINE_PIECE.test(text) ? 0.6 : deadlineLikeness(text),
    responsible: number ? 0 : responsibleLikeness(text),
    lower: startsLower(text),
    finished: endsFinished(text),
    marked: /^(?:\d{1,2}\)|[-–—•])\s*\S/.test(text),
  }
}

/** How well a line fits a column of the given role. */
export function lineScore(line: JudgedLine, role: ColumnRoleKey): number {
  if (role === 'number') return line.number ? 5 : -9
  if (line.number) return -4
  const { length } = line.text
  const isDate = line.deadline >= 0.99 && length < 60
  const isPerson = line.responsible >= 0.85 && length < 90
  switch (role) {
    case 'deadline':
      return isDate ? 3 : line.deadline >= 0.5 && length < 60 ? 1 : -3
    case 'responsible':
      return isPerson ? 2.5 : line.responsible >= 0.4 ? 1 : -1.5
    case 'stage':
      return (isDate ? -3 : 0) + (isPerson ? -1.2 : 0) + (length < 90 ? 0.4 : -2)
    case 'activity':
      return (isDate ? -3 : 0) + (isPerson ? -1.5 : 0) + (line.marked ? 0.8 : 0) + Math.min(length, 100) / 80
    case 'documents':
      return (isDate ? -2 : 0) + (isPerson ? -1 : 0) + (DOCUMENT_START.test(line.text) ? 1.2 : 0)
    default:
      return (isDate ? -2 : 0) + (isPerson ? -1 : 0) + 0.1
  }
}

interface Link {
  before: number
  column: number
  /** Whether the line begins a row. */
  fresh: boolean
  roles: readonly ColumnRoleKey[]
  line: JudgedLine
  previous: JudgedLine | undefined
}

/** How well a line follows the line before it when they stand in the given columns. */
export function linkScore({ before, column, fresh, roles, line, previous }: Link): number {
  const blank = line.blankBefore
  if (fresh) return freshScore(before, column, roles, line)
  if (column < before) return Number.NEGATIVE_INFINITY
  if (column === before) {
    if (roles[column] === 'number') return -6
    const ordinary = line.deadline < 0.9 && line.responsible < 0.8
    const flows = line.lower && ordinary ? 1 : previous?.finished ? -0.5 : 0
    return (blank ? -1.4 : 0) + flows
  }
  const skipped = column - before - 1
  const abrupt = line.lower && (roles[column] === 'activity' || roles[column] === 'stage') ? -1 : 0
  return -1.1 * skipped + (blank ? 0.5 : 0) + abrupt
}

function freshScore(
  before: number,
  column: number,
  roles: readonly ColumnRoleKey[],
  line: JudgedLine,
): number {
  const numbered = roles.indexOf('number')
  const whole = before === roles.length - 1 && roles[column] === 'activity' && !line.lower
  const lone = roles[column] === 'stage' ? -6 : whole ? -1.6 : -3 - column * 0.3
  const start = numbered >= 0 ? (column === numbered ? 0 : lone) : -column
  const unfinished = roles.length - 1 - before
  return (
    start -
    0.5 * unfinished +
    (line.blankBefore ? 0.5 : 0) +
    (line.lower && roles[column] !== 'responsible' ? -1 : 0)
  )
}
