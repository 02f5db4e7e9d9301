import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { OFFICIAL_STAGE } from '../table/assign-roles.ts'
import { NAMED_SECTION } from '../table/merge-rows.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { endsFinished, flattenWords, startsLower } from '../text/plain-words.ts'

/** A cell, or a line of one, in a run of cells that is not yet cut into rows. */
export interface LooseCell {
  text: string
  /** Blank lines before the cell: it may begin a row. */
  gapBefore: boolean
}

/** A loose cell with everything its words tell about the column it may belong to. */
export interface JudgedCell extends LooseCell {
  empty: boolean
  number: boolean
  /** Likeness to a deadline and to people in charge, 0 to 1. */
  deadline: number
  responsible: number
  lower: boolean
  finished: boolean
  /** Ends where words must follow: with a comma, a dash, a preposition, an open bracket or quote. */
  open: boolean
  /** Cannot begin a cell: initials, the rest of an abbreviation. */
  tail: boolean
  /** Begins with the mark of a list. */
  marked: boolean
  /** Begins like the heading of a section. */
  section: boolean
  length: number
  /** How well the cell fits a column of each role; above nought where it speaks for it. */
  fits: Readonly<Record<ColumnRoleKey, number>>
}

const DEADLINE_PIECE =
  /^(?:в|во|с|со|до|по|не позднее|в течени[еи]|на протяжении|весь|учебного|года|г\.|гг\.|период[а-я]*)(?:\s+(?:всего|учебного|течение|года))*\.?$/i
export const DOCUMENT_START =
  /^(?:[-–—•\d.)\s]*)(?:приказ|положени|протокол|договор|соглаш|план(?![а-я])|планы|программ|справк|анкет|памятк|реестр|баз[аы]|отч[её]т|журнал|перечень|список|согласи|аналитич|сценари|конспект|фото|график|карт[аы]|лист|материалы|портфолио|сборник|скриншот)/i
/** «Сформирована база», «проведены занятия», «не менее 60 участников»: something reached. */
const RESULT_START =
  /^(?:[-–—•\d.)\s]*)(?:\p{L}+(?:ан|ен|ён|ят)[аоы]?(?![\p{L}])|не менее|доля|наличие|повышение|снижение|удовлетвор)/iu
/** «1. …», «II полугодие», «Этап 3»: a number and a capital in one cell, or a word that names a section. */
const SECTION_START = new RegExp(
  `${NAMED_SECTION.source}|^\\d{1,2}\\.\\s+\\p{Lu}|^[IVXІХ]{1,4}\\s+\\p{L}`,
  'iu',
)
const OPEN_END =
  /(?:[,(«–—-]|(?<!\p{L})(?:и|или|в|во|на|о|об|по|с|со|для|от|до|к|за|при|из|у|не|между|без|через|№))$/iu
const TAIL = /^(?:(?:\p{Lu}\.\s?){1,2}(?:[,;]|$)|(?:г|гг|года?)\.?$|[)»])/u
/** Verbal nouns and infinitives that activities begin with. */
const ACTIVITY_START =
  /^(?:[-–—•\d.)\s]*)(?:\p{L}{3,}(?:ние|ция|овка|ство|ать|ить|еть|ти|овать)|подбор|отбор|сбор|анализ|выбор|подготовка|разработка|семинар|конференция|круглый|мастер-класс|консультаци|встреч|заседание|открыт|посещение|конкурс|тренинг|знакомство|помощь|участие)(?![\p{L}])/iu

export function judgeCell({ text, gapBefore }: LooseCell): JudgedCell {
  const words = flattenWords(text)
  const empty = !/[\p{L}\p{N}]/u.test(words)
  const number = !empty && isNumberMark(words)
  const asked = !empty && !number
  const judged = {
    text,
    gapBefore,
    empty,
    number,
    deadline: !asked ? 0 : DEADLINE_PIECE.test(words) ? 0.6 : deadlineLikeness(words),
    responsible: asked ? responsibleLikeness(text) : 0,
    lower: startsLower(words),
    finished: endsFinished(words),
    open: OPEN_END.test(words) || leavesOpen(words),
    tail: TAIL.test(words),
    marked: /^(?:\d{1,2}[.)]|[а-я]\)|[-–—•·])\s*\S/.test(words),
    section: SECTION_START.test(words) && words.length < 200,
    length: words.length,
  }
  const fit = (role: ColumnRoleKey) => fitToRole(judged, role)
  return {
    ...judged,
    fits: {
      number: fit('number'),
      stage: fit('stage'),
      activity: fit('activity'),
      deadline: fit('deadline'),
      responsible: fit('responsible'),
      documents: fit('documents'),
      result: fit('result'),
      other: fit('other'),
    },
  }
}

function leavesOpen(words: string): boolean {
  return words.lastIndexOf('(') > words.lastIndexOf(')') || words.lastIndexOf('«') > words.lastIndexOf('»')
}

function fitToRole(cell: Omit<JudgedCell, 'fits'>, role: ColumnRoleKey): number {
  if (cell.empty) return role === 'stage' || role === 'number' ? 0.3 : role === 'activity' ? -1.5 : 0
  if (role === 'number') return cell.number ? 5 : -9
  if (cell.number) return -4
  const isDate = cell.deadline >= 0.99 && cell.length < 60
  const isPerson = cell.responsible >= 0.85 && cell.length < 120
  const words = cell.text
  switch (role) {
    case 'deadline':
      return isDate ? 3 : cell.deadline >= 0.5 && cell.length < 90 ? 1 : -3
    case 'responsible':
      return isPerson ? 2.5 : cell.responsible >= 0.4 ? 1 : -1.5
    case 'stage':
      return (
        (isDate ? -3 : 0) +
        (isPerson ? -1.2 : 0) +
        (cell.length < 120 ? 0.2 : -2) +
        (cell.section || OFFICIAL_STAGE.test(words) ? 1.5 : 0)
      )
    case 'activity':
      return (
        (isDate ? -3 : 0) +
        (isPerson ? -1.5 : 0) +
        (cell.marked ? 0.8 : 0) +
        (ACTIVITY_START.test(words) ? 0.5 : 0) +
        Math.min(cell.length, 100) / 80
      )
    case 'documents':
    case 'result':
      return (
        (isDate ? -2 : 0) +
        (isPerson ? -1 : 0) +
        (DOCUMENT_START.test(words) || RESULT_START.test(words) ? 1 : 0.2)
      )
    default:
      return (isDate ? -1.5 : 0) + (isPerson ? -0.5 : 0) + 0.2
  }
}
