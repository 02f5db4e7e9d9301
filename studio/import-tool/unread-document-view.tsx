import { Box, Button, Card, Checkbox, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useCallback, useMemo, useState } from 'react'
import type { NeutralTable } from '#content/roadmap-import/neutral-document.ts'
import { assignRoles } from '#content/roadmap-import/table/assign-roles.ts'
import { findHeader } from '#content/roadmap-import/table/find-header.ts'
import { type ChosenRole, chooseRoles, originKey } from '#content/roadmap-import/table/table-choices.ts'
import { currentImport } from './current-import.ts'
import type { UnreadPhase } from './import-session.ts'
import { SourceTable } from './source-table.tsx'
import { TableSelect } from './table-select.tsx'

const NO_ROWS: ReadonlySet<string> = new Set()

/** A document in which no roadmap was found: the editor says in which table it is and what its columns hold. */
export function UnreadDocumentView({ phase: { unread, refused } }: { phase: UnreadPhase }) {
  const { blocks } = unread.document
  const tables = useMemo(
    () => blocks.flatMap((block, at) => (block.type === 'table' ? [{ at, table: block }] : [])),
    [blocks],
  )
  const [chosen, setChosen] = useState<number | null>(null)
  const [withHeadings, setWithHeadings] = useState<boolean | null>(null)
  const [roles, setRoles] = useState<Readonly<Record<number, ChosenRole>>>({})
  const shown = tables.find(({ at }) => at === chosen) ?? longest(tables)
  const columns = useMemo(() => (shown ? chooseRoles(guessColumns(shown.table), roles) : []), [shown, roles])
  const onRole = useCallback(
    (column: number, role: ChosenRole) => setRoles((before) => ({ ...before, [column]: role })),
    [],
  )
  if (!shown) return null
  const hasActivities = columns.some(({ role, skipped }) => role === 'activity' && skipped !== true)
  const headed = withHeadings ?? looksLikeHeadings(shown.table)
  const read = () => {
    const said = columns.map(({ role, skipped }): ChosenRole => (skipped === true ? 'skip' : role))
    const rows = headed ? { [originKey({ block: shown.at, row: 0 })]: 'skip' as const } : {}
    void currentImport.correct({ block: shown.at, roles: Object.fromEntries(said.entries()), rows })
  }
  return (
    <Stack gap={4}>
      <Card border padding={4} radius={2} tone="caution">
        <Stack gap={4}>
          <Heading as="h2" size={1}>
            {columns.length > 1 ? 'Таблицу дорожной карты узнать не удалось' : 'Таблицы в документе нет'}
          </Heading>
          <Text size={1}>
            {columns.length > 1
              ? 'Покажите её сами: выберите над каждым столбцом, что в нём стоит. Нужен хотя бы столбец «Мероприятие»; лишние столбцы отметьте «Не читать».'
              : 'Его можно прочитать построчно: каждая строка станет мероприятием. Сроки и ответственных потом впишите в черновике.'}
          </Text>
        </Stack>
      </Card>
      {refused !== null && (
        <Card border padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>Так прочитать не получилось. {refused}</Text>
        </Card>
      )}
      <TableSelect
        onChoose={(at) => {
          setChosen(at)
          setRoles({})
          setWithHeadings(null)
        }}
        tables={tables.map(({ at, table }) => ({ at, rows: table.rows }))}
        value={shown.at}
      />
      {columns.length > 1 && (
        <Flex align="center" as="label" gap={2}>
          <Checkbox checked={headed} onChange={(event) => setWithHeadings(event.currentTarget.checked)} />
          <Text size={1}>Первая строка — названия столбцов, а не мероприятие</Text>
        </Flex>
      )}
      <Card
        aria-label="Как в документе"
        border
        className="import-pane"
        radius={2}
        role="region"
        style={{ height: 'auto', maxHeight: '60vh' }}
        tabIndex={0}
      >
        <SourceTable
          block={shown.at}
          columns={columns}
          headings={NO_ROWS}
          onRole={onRole}
          rows={shown.table.rows}
          skipped={headed ? new Set([originKey({ block: shown.at, row: 0 })]) : NO_ROWS}
          withRoles
        />
      </Card>
      <Card borderTop className="import-bar" paddingY={3}>
        <Flex align="center" gap={4} wrap="wrap">
          <Button disabled={!hasActivities} onClick={read} text="Прочитать так" tone="primary" />
          <Box flex={1} style={{ minWidth: '14em' }}>
            <Text muted size={1}>
              {hasActivities
                ? 'Дальше покажем строки, какими их поняли: там тоже можно поправить.'
                : 'Выберите столбец, в котором стоят мероприятия.'}
            </Text>
          </Box>
        </Flex>
      </Card>
    </Stack>
  )
}

/** Short words without figures in every cell of the first row. */
function looksLikeHeadings({ rows }: NeutralTable): boolean {
  const cells = rows[0]?.cells ?? []
  return (
    cells.length > 1 && rows.length > 2 && cells.every((cell) => /^(?:№.*|[^\d]{2,40})$/u.test(cell.trim()))
  )
}

function longest(tables: readonly { at: number; table: NeutralTable }[]) {
  return tables.toSorted((one, other) => other.table.rows.length - one.table.rows.length)[0]
}

/** What the columns may be, by their headings and words; the only column of all holds the activities. */
function guessColumns({ rows }: NeutralTable) {
  const header = findHeader(rows)
  const columns = assignRoles(header?.headings ?? [], rows.slice(header?.bodyStart ?? 0))
  const [only] = columns
  return columns.length === 1 && only ? [{ ...only, role: 'activity' as const, guessed: true }] : columns
}
