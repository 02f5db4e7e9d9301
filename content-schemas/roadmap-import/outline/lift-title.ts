import type { RoadmapTable, SectionRow } from '../table/roadmap-table.ts'
import { flattenWords } from '../text/plain-words.ts'
import { findTitle } from './find-title.ts'

/**
 * The same table, where rows across its top that hold the title of the roadmap (as in tables pasted from Excel) stand
 * before it.
 */
export function liftTitle(table: RoadmapTable): RoadmapTable {
  const rows = table.items.findIndex((item) => item.type === 'row')
  const top = table.items.slice(0, Math.max(0, rows)).filter(isSection)
  const lines = top.flatMap((item) => ['', flattenWords(item.text)])
  const title = findTitle(lines)
  if (!title || findTitle(table.before.map(flattenWords))) return table
  return {
    ...table,
    before: [...table.before, ...lines.slice(0, title.to)],
    items: table.items.slice(title.to / 2),
  }
}

function isSection(item: RoadmapTable['items'][number]): item is SectionRow {
  return item.type === 'section'
}
