import { Button, Select, Text } from '@sanity/ui'
import { memo, useMemo, useState } from 'react'
import { SOFT_BREAK, type NeutralRow } from '#content/roadmap-import/neutral-document.ts'
import type { TableColumn } from '#content/roadmap-import/table/roadmap-table.ts'
import type { ChosenRole } from '#content/roadmap-import/table/table-choices.ts'
import { COLUMN_ROLES } from '#content/vocabulary/column-roles.ts'
import { layOutCells } from './table-spans.ts'

const SHOWN_AT_FIRST = 400

interface SourceTableProps {
  block: number
  rows: readonly NeutralRow[]
  /** Columns of the roadmap's table; null for tables that are no part of it. */
  columns: readonly TableColumn[] | null
  /** Whether the roles of columns can be chosen here. */
  withRoles: boolean
  headings: ReadonlySet<string>
  skipped: ReadonlySet<string>
  onRole: (column: number, role: ChosenRole) => void
}

/** A table of the document as it stands there, with what each column is above it. */
export const SourceTable = memo(function SourceTable(props: SourceTableProps) {
  const { block, rows, columns, withRoles, headings, skipped, onRole } = props
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const drawn = useMemo(() => layOutCells(rows), [rows])
  return (
    <>
      <table className="import-source">
        {columns !== null && withRoles && (
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th className={WIDTHS[column.role]} key={index} scope="col">
                  <RoleChoice column={column} index={index} onRole={onRole} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {drawn.slice(0, shown).map((cells, row) => {
            const name = `${block}:${row}`
            const kind = headings.has(name) ? 'import-heading' : skipped.has(name) ? 'import-skipped' : ''
            return (
              <tr className={kind} data-row={name} key={name}>
                {cells.map((cell) => (
                  <td
                    colSpan={cell.columns}
                    data-role={cell.columns === 1 ? columns?.[cell.column]?.role : undefined}
                    key={cell.column}
                    rowSpan={cell.rows}
                  >
                    {cell.text.replaceAll(SOFT_BREAK, ' ')}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown < rows.length && (
        <Button
          fontSize={1}
          mode="bleed"
          onClick={() => setShown(rows.length)}
          text={`Показать остальные строки (${rows.length - shown})`}
        />
      )}
    </>
  )
})

function RoleChoice({
  column,
  index,
  onRole,
}: {
  column: TableColumn
  index: number
  onRole: SourceTableProps['onRole']
}) {
  const name = column.heading || `столбец ${index + 1}`
  return (
    <>
      <Select
        aria-label={`Что стоит в столбце «${name}»`}
        fontSize={1}
        onChange={(event) => {
          const role = ROLES.find(({ key }) => key === event.currentTarget.value)
          if (role) onRole(index, role.key)
        }}
        padding={2}
        value={column.skipped ? 'skip' : column.role}
      >
        {ROLES.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      {column.guessed && (
        <Text muted size={0} style={{ padding: '4px' }}>
          угадано
        </Text>
      )}
    </>
  )
}

const WIDTHS: Readonly<Partial<Record<TableColumn['role'], string>>> = {
  number: 'import-narrow',
  activity: 'import-wide',
  deadline: 'import-short',
}

const ROLES: readonly { key: ChosenRole; title: string }[] = [
  ...COLUMN_ROLES.map(({ key, title }) => ({ key, title: key === 'other' ? 'Как есть' : title })),
  { key: 'skip', title: 'Не читать' },
]
