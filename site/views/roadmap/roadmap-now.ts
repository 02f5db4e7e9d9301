import { formatDate } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import type { Link } from '../page-meta.ts'
import { shorten, withoutPoint } from '../shorten.ts'
import { compareWindows } from '../../timing/deadline-windows.ts'
import type { RowView, StageView } from './roadmap-rows.ts'

/** The line «сейчас»: what of a plan asks for attention on this day. */
export interface NowView {
  /** One sentence where the lists would mislead: the plan is over, or has not begun. '' otherwise. */
  readonly note: string
  readonly lists: readonly NowList[]
  /** What goes on all the time: «Весь год идут 3 мероприятия» with the rows; null when nothing does. */
  readonly always: { readonly title: string; readonly items: readonly Link[] } | null
}

export interface NowList {
  readonly state: 'now' | 'late' | 'next'
  readonly title: string
  readonly items: readonly NowItem[]
  /** «И ещё 8 мероприятий»; '' when these are all. */
  readonly more: string
}

export interface NowItem {
  /** Address of the row in the table, `#s1a2`. */
  readonly url: string
  readonly text: string
  readonly when: string
  readonly who: string
}

const MAX_ITEMS = 4
const ACTIVITIES = ['мероприятие', 'мероприятия', 'мероприятий'] as const

/** What is due now, what is late and what comes next; after the end of the plan, how it ended. */
export function viewNow(
  stages: readonly StageView[],
  period: { end: string } | null,
  today: string,
): NowView {
  const rows = stages.flatMap((stage) => stage.rows)
  if (period !== null && period.end < today)
    return { note: describeEnd(rows, period.end), lists: [], always: null }
  const lists = [
    listOf('now', 'Сейчас', rows, ({ end }) => (end === null ? '' : `до\u00A0${formatDate(end)}`)),
    listOf('late', 'Срок прошёл', rows, ({ end }) => (end === null ? '' : formatDate(end))),
    listOf('next', 'Дальше', rows, describeNext),
  ].filter((list) => list.items.length > 0)
  return { note: '', lists, always: viewConstant(rows) }
}

function listOf(
  state: NowList['state'],
  title: string,
  rows: readonly RowView[],
  when: (window: { start: string | null; end: string | null }) => string,
): NowList {
  const due = rows
    .filter((row) => row.timing.state === state)
    .toSorted((a, b) => compareRows(a, b) * (state === 'late' ? -1 : 1))
  return {
    state,
    title,
    items: due.slice(0, MAX_ITEMS).map((row) => ({
      url: `#${row.id}`,
      text: shorten(withoutPoint(row.text), 120),
      when: row.timing.window === null ? '' : when(row.timing.window),
      who: row.people.join('; '),
    })),
    more: due.length > MAX_ITEMS ? `И ещё ${formatCount(due.length - MAX_ITEMS, ACTIVITIES)}` : '',
  }
}

function compareRows(a: RowView, b: RowView): number {
  const none = { start: null, end: null }
  return compareWindows(a.timing.window ?? none, b.timing.window ?? none)
}

function describeNext({ start, end }: { start: string | null; end: string | null }): string {
  if (start !== null) return `с\u00A0${formatDate(start)}`
  return end === null ? '' : `до\u00A0${formatDate(end)}`
}

function describeEnd(rows: readonly RowView[], end: string): string {
  const done = rows.filter((row) => row.timing.state === 'done').length
  const ended = `Срок карты закончился ${formatDate(end)}.`
  if (done === 0) return ended
  return `${ended} Выполнено ${done} из ${formatCount(rows.length, ['мероприятия', 'мероприятий', 'мероприятий'])}.`
}

function viewConstant(rows: readonly RowView[]): NowView['always'] {
  const constant = rows.filter((row) => row.timing.state === 'always')
  if (constant.length === 0) return null
  const verb = constant.length % 10 === 1 && constant.length % 100 !== 11 ? 'идёт' : 'идут'
  return {
    title: `Весь год ${verb} ещё ${formatCount(constant.length, ACTIVITIES)}`,
    items: constant.map((row) => ({ url: `#${row.id}`, title: shorten(withoutPoint(row.text), 120) })),
  }
}
