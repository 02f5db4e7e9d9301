import type { DeadlineContext, DeadlineReading } from '../../deadlines/deadline-reading.ts'
import { columnOf, type RoadmapTable } from '../table/roadmap-table.ts'
import type { OutlineWarning } from './outline.ts'
import type { ReadActivity } from './read-activities.ts'

const LASTING_WORDS =
  /на всех этапах|на каждом этапе|в течение всего|на протяжении всего|постоянно|в течение года|весь период|ежемесячно|систематически/i
const VAGUE_YEAR = /(?<!\p{L})до\s+(?:19|20)\d{2}\s*г(?:\.|ода)?(?!\p{L})/iu
const NARROW_KINDS = new Set(['date', 'month', 'by-date'])

/** Warnings of one row: nobody in charge, no deadline, a deadline narrower than the words, and those of the grammar. */
export function warnAboutActivity(row: {
  read: readonly ReadActivity[]
  deadlines: readonly DeadlineReading[]
  table: RoadmapTable
  place: string
  context: DeadlineContext
}): OutlineWarning[] {
  const { read, deadlines, table, place } = row
  const warnings: OutlineWarning[] = []
  const add = (code: OutlineWarning['code'], message: string) => warnings.push({ code, message, place })
  if (
    columnOf(table.columns, 'responsible') >= 0 &&
    read.every(({ activity }) => activity.responsible.length === 0)
  ) {
    add(
      'missing-person',
      `Не указано, кто отвечает (${place}). Ячейка могла быть объединена с соседней: впишите сами.`,
    )
  }
  if (columnOf(table.columns, 'deadline') >= 0 && deadlines.every((deadline) => deadline.kind === 'absent')) {
    add('missing-deadline', `Не указан срок (${place}).`)
  }
  const narrow =
    deadlines.length > 0 &&
    deadlines.every((deadline) => NARROW_KINDS.has(deadline.kind) && !deadline.recurrence)
  const lasting = read
    .map(({ activity }) => LASTING_WORDS.exec(activity.text)?.[0])
    .find((words) => words !== undefined)
  if (narrow && lasting !== undefined) {
    add(
      'narrower-than-text',
      `В тексте сказано «${lasting}», а срок стоит «${deadlines[0]?.verbatim ?? ''}» (${place}): проверьте срок.`,
    )
  }
  const papers = read.flatMap(({ activity }) => [...activity.documents, ...activity.results])
  const vague = papers.map((paper) => VAGUE_YEAR.exec(paper)?.[0]).find((words) => words !== undefined)
  if (vague !== undefined) {
    add('ambiguous-year', `Слова «${vague}» можно понять двояко: входит ли этот год в срок (${place}).`)
  }
  for (const warning of deadlines.flatMap((deadline) => deadline.warnings)) add(warning.code, warning.message)
  return warnings
}
