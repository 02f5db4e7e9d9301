import type { DeadlineKindKey } from '../../vocabulary/deadline-kinds.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import type { LevelKey } from '../../vocabulary/levels.ts'
import type { StageKey } from '../../vocabulary/stages.ts'
import type { OutlineWarningCode } from './warning-codes.ts'

/**
 * What a roadmap file says: the public interface of the importer (`npm run import -- --dry-run --json` prints it).
 * Words are the document's own, torn words mended; dates are inclusive ISO dates.
 */
export interface Outline {
  title: string | null
  organization: string | null
  level: LevelKey | null
  /** The period that the document states; null when it states none. */
  period: { start: string; end: string } | null
  approval: { kind: string; number: string | null; date: string | null } | null
  /** Acts that the roadmap is founded on. */
  basis: string[]
  /** Rules before the table that hold for its rows. */
  preamble: string[]
  columns: OutlineColumn[]
  stages: OutlineStage[]
  warnings: OutlineWarning[]
}

export interface OutlineColumn {
  role: ColumnRoleKey
  heading: string
}

export interface OutlineStage {
  number: string | null
  title: string | null
  canonical: StageKey[]
  activities: OutlineActivity[]
}

export interface OutlineActivity {
  /** Number of the row the activity stands in; activities of one row share it. */
  number: string | null
  text: string
  canonical: StageKey[]
  deadlines: OutlineDeadline[]
  responsible: OutlineResponsible[]
  documents: string[]
  results: string[]
  /** Cells of columns that have no role, with their headings. */
  extra: { heading: string; text: string }[]
  informationSupport: boolean
}

export interface OutlineDeadline {
  verbatim: string
  kind: DeadlineKindKey
  start: string | null
  end: string | null
  recurrence: string | null
}

export interface OutlineResponsible {
  verbatim: string
  persons: string[]
  roles: string[]
  bodies: string[]
}

export interface OutlineWarning {
  code: OutlineWarningCode
  message: string
  /** Where in the roadmap, for a person: «этап 2, строка 2.1». */
  place?: string
}
