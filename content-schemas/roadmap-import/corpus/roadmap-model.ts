import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'

/** A roadmap as its author means it: what the renderers draw and what reading must give back. */
export interface RoadmapModel {
  title: string
  organization: string
  columns: ModelColumn[]
  parts: ModelPart[]
  /** How rows are parted into stages. */
  shape: 'stage-column' | 'sections' | 'flat'
  habits: ModelHabits
}

/** Habits of the office that printed the table. */
export interface ModelHabits {
  /** The row of headings is printed. */
  headings: boolean
  /** «1 2 3 4 5» under the header. */
  countRow: boolean
  /** The header again after every so many rows; 0 never. */
  repeatHeader: number
  /** Narrow columns tear words without a hyphen. */
  tornWords: boolean
}

export interface ModelColumn {
  role: ColumnRoleKey
  heading: string
}

export interface ModelPart {
  number: string | null
  title: string | null
  rows: ModelRow[]
}

export interface ModelRow {
  number: string | null
  /** One activity, or the items of a list in the cell. */
  activities: string[]
  listStyle: 'numbers' | 'dashes' | 'one'
  deadline: ModelDeadline
  people: ModelPeople
  documents: string
  result: string
  other: string
}

export interface ModelDeadline {
  words: string
  kind: string
  start: string | null
  end: string | null
  /** Several deadlines in the cell. */
  parts?: { kind: string; start: string | null; end: string | null }[]
}

export interface ModelPeople {
  words: string
  persons: string[]
  roles: string[]
  bodies: string[]
}

/** The text of a cell before it is drawn. */
export function cellOf(model: RoadmapModel, part: ModelPart, row: ModelRow, column: ModelColumn): string {
  const first = part.rows[0] === row
  switch (column.role) {
    case 'number':
      return model.shape === 'stage-column'
        ? first && part.number
          ? `${part.number}.`
          : ''
        : (row.number ?? '')
    case 'stage':
      return first ? (part.title ?? '') : ''
    case 'activity':
      return activityCell(row)
    case 'deadline':
      return row.deadline.words
    case 'responsible':
      return row.people.words
    case 'documents':
      return row.documents
    case 'result':
      return row.result
    default:
      return row.other
  }
}

function activityCell({ activities, listStyle }: ModelRow): string {
  if (listStyle === 'one') return activities[0] ?? ''
  return activities
    .map((text, index) => (listStyle === 'numbers' ? `${index + 1}) ${text}` : `- ${text}`))
    .join('\n')
}
