import { formatDate } from '../text/dates.ts'
import { layOutRows } from './lay-out-rows.ts'
import type { PrintableApproval, PrintableRoadmap, PrintContext } from './printable-roadmap.ts'
import type { RoadmapSheet } from './roadmap-sheet.ts'
import { listColumns, shareWidth } from './sheet-columns.ts'

/** Longer sentences after the title read as rules of the roadmap. */
const RULE = /^.{41,}[.;]$/su

/**
 * A roadmap laid out for paper: the words of the document in its own columns. Reading the sheet again gives the
 * same stages, rows, deadlines, people, papers, title, period and approval. Depends on nothing but its arguments.
 */
export function layOutSheet(roadmap: PrintableRoadmap, context: PrintContext): RoadmapSheet {
  const { basis = [], preamble = [] } = roadmap
  const columns = listColumns(roadmap)
  const widths = shareWidth(columns)
  const grounds = basis.filter((line) => !preamble.includes(line))
  return {
    approval: {
      position: capitalise(context.owner.headPosition),
      organization: context.owner.name,
      name: context.signer === null ? null : initialsFirst(context.signer),
      act: nameAct(roadmap.approval),
    },
    letterhead: context.owner.fullName === context.owner.name ? null : context.owner.fullName,
    above: grounds.filter((line) => RULE.test(line)),
    title: roadmap.title.replaceAll(/\s+/g, ' ').trim(),
    period: roadmap.period === undefined ? null : namePeriod(roadmap.period),
    below: [...grounds.filter((line) => !RULE.test(line)), ...preamble],
    columns: columns.map(({ heading }, index) => ({ heading, width: widths[index] ?? 0 })),
    rows: layOutRows(roadmap, columns, context.nameOf),
    source: context.source.url,
    updated: context.source.updated,
  }
}

function namePeriod({ start, end }: { start: string; end: string }): string {
  return `Срок реализации: с ${formatDate(start)} года по ${formatDate(end)} года`.replaceAll('\u00A0', ' ')
}

/** «Приказ от 28.08.2026 № 64»; what is known of it where the number or the date is missing. */
function nameAct({ kind = 'приказ', number, date }: PrintableApproval = {}): string | null {
  if (number === undefined && date === undefined) return null
  const day = date === undefined ? null : `от ${date.split('-').toReversed().join('.')}`
  return capitalise([kind, day, number && `№ ${number}`].filter(Boolean).join(' '))
}

/** «Парусинова Т.В.» as it stands under a signature: «Т.В. Парусинова». */
function initialsFirst(name: string): string {
  return name.replace(/^(\S+)\s+((?:\p{Lu}\.\s?){1,2})$/u, '$2 $1')
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
