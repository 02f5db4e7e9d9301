import { Flex, Select, Text } from '@sanity/ui'
import type { NeutralRow } from '#content/roadmap-import/neutral-document.ts'
import { formatCount } from '#content/text/plurals.ts'

interface TableSelectProps {
  /** Tables of the document by their places in it. */
  tables: readonly { at: number; rows: readonly NeutralRow[] }[]
  value: number | undefined
  onChoose: (at: number) => void
}

/** Where the document has several tables, which of them is the roadmap. */
export function TableSelect({ tables, value, onChoose }: TableSelectProps) {
  if (tables.length < 2) return null
  return (
    <Flex align="center" gap={2}>
      <Text as="label" htmlFor="import-table" muted size={1} style={{ whiteSpace: 'nowrap' }}>
        Карта в таблице
      </Text>
      <Select
        fontSize={1}
        id="import-table"
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
        padding={2}
        value={String(value ?? '')}
      >
        {tables.map(({ at, rows }, index) => (
          <option key={at} value={at}>
            {`${index + 1} (${formatCount(rows.length, ['строка', 'строки', 'строк'])})`}
          </option>
        ))}
      </Select>
    </Flex>
  )
}
