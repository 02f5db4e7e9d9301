import type { ColumnRoleKey } from '../vocabulary/column-roles.ts'
import type { PrintableActivity, PrintableRoadmap } from './printable-roadmap.ts'

/** A column of the printed table. */
export interface PrintedColumn {
  readonly role: ColumnRoleKey
  readonly heading: string
}

const HEADINGS: Record<ColumnRoleKey, string> = {
  number: '№',
  stage: 'Этап',
  activity: 'Мероприятие',
  deadline: 'Срок',
  responsible: 'Ответственные',
  documents: 'Документы',
  result: 'Результат',
  other: 'Примечание',
}

/** How wide columns are beside each other. */
const WEIGHTS: Record<ColumnRoleKey, number> = {
  number: 4.5,
  stage: 13,
  activity: 31,
  deadline: 13,
  responsible: 17,
  documents: 18,
  result: 18,
  other: 13,
}

/**
 * The columns of the document in their order, headings included, and columns for what the document had none for.
 * A roadmap that never was a table gets number, activity, deadline, people, documents, results, as far as it has them.
 */
export function listColumns(roadmap: PrintableRoadmap): PrintedColumn[] {
  const activities = roadmap.stages.flatMap((stage) => stage.activities ?? [])
  const own = (roadmap.columns ?? []).map(({ role, heading = '' }) => ({
    role,
    heading: heading.trim() === '' ? HEADINGS[role] : heading,
  }))
  const known = new Set(own.map(({ role }) => role))
  const missing = neededRoles(activities, own.length === 0)
    .filter((role) => !known.has(role))
    .map((role) => ({ role, heading: HEADINGS[role] }))
  return [...own, ...missing, ...extraColumns(activities, own)]
}

/** The width of each column as a share of the table's. */
export function shareWidth(columns: readonly PrintedColumn[]): number[] {
  const total = columns.reduce((sum, { role }) => sum + WEIGHTS[role], 0)
  return columns.map(({ role }) => WEIGHTS[role] / total)
}

function neededRoles(activities: readonly PrintableActivity[], fresh: boolean): ColumnRoleKey[] {
  const has = (test: (activity: PrintableActivity) => boolean) => activities.some(test)
  const roles: [ColumnRoleKey, boolean][] = [
    ['number', fresh && has(({ number }) => number !== undefined)],
    ['activity', true],
    ['deadline', fresh || has(({ deadlines = [] }) => deadlines.length > 0)],
    ['responsible', fresh || has(({ responsible = [] }) => responsible.length > 0)],
    ['documents', has(({ documents = [] }) => documents.length > 0)],
    ['result', has(({ results = [] }) => results.length > 0)],
  ]
  return roles.filter(([, needed]) => needed).map(([role]) => role)
}

function extraColumns(
  activities: readonly PrintableActivity[],
  own: readonly PrintedColumn[],
): PrintedColumn[] {
  const known = new Set(own.filter(({ role }) => role === 'other').map(({ heading }) => heading))
  const headings = activities.flatMap(({ extra = [] }) => extra.map(headingOf))
  return [...new Set(headings)]
    .filter((heading) => !known.has(heading))
    .map((heading) => ({ role: 'other', heading }))
}

/** Heading of an extra cell, as the columns name it. */
export function headingOf({ heading = '' }: { readonly heading?: string }): string {
  return heading.trim() === '' ? HEADINGS.other : heading
}
