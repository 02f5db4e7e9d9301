import { useMemo } from 'react'
import type { ReadingChoices, RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { type ChosenRole, originKey } from '#content/roadmap-import/table/table-choices.ts'
import { SourceTable } from './source-table.tsx'

interface SourceViewProps {
  reading: RoadmapReading
  choices: ReadingChoices
  onRole: (column: number, role: ChosenRole) => void
}

/** The document as it is: its text, its tables, and what the columns of the roadmap's table are. */
export function SourceView({ reading, choices, onRole }: SourceViewProps) {
  const { document, table, origins } = reading
  const blocks = useMemo(
    () =>
      new Set(
        [...table.header, ...table.items.flatMap((item) => item.origins)].map((origin) => origin.block),
      ),
    [table],
  )
  const headings = useMemo(
    () =>
      new Set(
        [
          ...table.header,
          ...table.items.flatMap((item) => (item.type === 'section' ? item.origins : [])),
        ].map(originKey),
      ),
    [table],
  )
  const skipped = useMemo(
    () => new Set(Object.entries(choices.rows ?? {}).flatMap(([row, as]) => (as === 'skip' ? [row] : []))),
    [choices.rows],
  )
  const main = table.header[0]?.block ?? origins.stages[0]?.activities[0]?.[0]?.block
  return document.blocks.map((block, at) => {
    if (block.type === 'text') {
      const text = block.lines.join('\n').trim()
      return (
        text !== '' && (
          <div className="import-lines" key={at}>
            {text}
          </div>
        )
      )
    }
    return (
      <SourceTable
        block={at}
        columns={blocks.has(at) ? table.columns : null}
        headings={headings}
        key={at}
        onRole={onRole}
        rows={block.rows}
        skipped={skipped}
        withRoles={at === main}
      />
    )
  })
}
