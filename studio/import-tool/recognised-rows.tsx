import { EllipsisHorizontalIcon } from '@sanity/icons/EllipsisHorizontal'
import { Box, Button, Flex, Stack, Text } from '@sanity/ui'
import { Menu, MenuButton, MenuItem } from '@sanity/ui/menu'
import { memo, useState } from 'react'
import { describeInferences } from '#content/deadlines/describe-inference.ts'
import type { DeadlineReading } from '#content/deadlines/deadline-reading.ts'
import type { OutlineActivity, OutlineStage } from '#content/roadmap-import/outline/outline.ts'
import { describeDeadline } from '../inputs/deadline-meaning.ts'
import { activityName, stageName } from './row-names.ts'

const SHOWN_AT_FIRST = 300

interface RecognisedRowsProps {
  stages: readonly OutlineStage[]
  /** How the deadlines were read, by stage and activity. */
  readings: readonly (readonly (readonly DeadlineReading[])[])[]
  /** Stages whose heading is a row of the table, which can be a row instead. */
  hasHeading: (stage: number) => boolean
  onReadAs: (item: string, as: 'section' | 'row' | 'skip') => void
}

/** The rows that were recognised, stage by stage: what, when with its meaning, who. */
export const RecognisedRows = memo(function RecognisedRows(props: RecognisedRowsProps) {
  const { stages, readings, hasHeading, onReadAs } = props
  const [limit, setLimit] = useState(SHOWN_AT_FIRST)
  const count = stages.reduce((sum, stage) => sum + stage.activities.length, 0)
  return (
    <Stack gap={4} padding={2}>
      {takeFirst(stages, limit).map((stage, index) => (
        <Stack gap={1} key={stageName(index)}>
          <Flex align="flex-start" className="import-item" data-item={stageName(index)} gap={2}>
            <Box flex={1} paddingTop={1}>
              <Text size={1} weight="semibold">
                <span data-role="stage">
                  {[stage.number, stage.title].filter(Boolean).join('. ') || 'Без деления на этапы'}
                </span>
              </Text>
            </Box>
            {hasHeading(index) && (
              <RowMenu
                entries={[['row', 'Это не заголовок, а строка']]}
                id={stageName(index)}
                label={stage.title ?? 'этап'}
                onReadAs={onReadAs}
              />
            )}
          </Flex>
          {stage.activities.map((activity, row) => (
            <Row
              activity={activity}
              id={activityName(index, row)}
              key={activityName(index, row)}
              onReadAs={onReadAs}
              readings={readings[index]?.[row] ?? []}
            />
          ))}
        </Stack>
      ))}
      {count > limit && (
        <Button
          fontSize={1}
          mode="bleed"
          onClick={() => setLimit(count)}
          text={`Показать остальные строки (${count - limit})`}
        />
      )}
    </Stack>
  )
})

/** The first activities, in their stages. */
function takeFirst(stages: readonly OutlineStage[], limit: number): OutlineStage[] {
  let left = limit
  return stages.flatMap((stage) => {
    if (left <= 0) return []
    const activities = stage.activities.slice(0, left)
    left -= activities.length
    return [{ ...stage, activities }]
  })
}

interface RowProps {
  activity: OutlineActivity
  readings: readonly DeadlineReading[]
  id: string
  onReadAs: RecognisedRowsProps['onReadAs']
}

function Row({ activity, readings, id, onReadAs }: RowProps) {
  const { number, text, deadlines, responsible, documents, results, extra, informationSupport } = activity
  const supplied = describeInferences(readings.flatMap(({ inferred }) => inferred))
  return (
    <Flex align="flex-start" className="import-item" data-item={id} gap={2}>
      <Box flex={1} paddingTop={1}>
        <Stack gap={3}>
          <Text size={1} weight="medium">
            <span data-role="activity">
              {[number, text].filter(Boolean).join('. ') || 'Мероприятие без слов'}
            </span>
          </Text>
          <Cell name="Срок" role="deadline" unless="не указан">
            {deadlines.map((deadline) => [deadline.verbatim, describeDeadline(deadline)].join(' → '))}
          </Cell>
          {supplied !== '' && (
            <Text muted size={1}>
              Недостающее дополнено — {supplied}
            </Text>
          )}
          <Cell name="Ответственные" role="responsible" unless="не указаны">
            {responsible.map(({ verbatim }) => verbatim)}
          </Cell>
          <Cell name="Документы" role="documents">
            {documents}
          </Cell>
          <Cell name="Результат" role="result">
            {results}
          </Cell>
          {extra.map((cell) => (
            <Cell key={cell.heading} name={cell.heading || 'Ещё'} role="other">
              {[cell.text]}
            </Cell>
          ))}
          {informationSupport && (
            <Text muted size={1}>
              Это информационная поддержка
            </Text>
          )}
        </Stack>
      </Box>
      <RowMenu
        entries={[
          ['skip', 'Не читать эту строку'],
          ['section', 'Это заголовок этапа'],
        ]}
        id={id}
        label={text}
        onReadAs={onReadAs}
      />
    </Flex>
  )
}

interface CellProps {
  name: string
  role: string
  /** Said when there is nothing; without it nothing is said. */
  unless?: string
  children: readonly string[]
}

function Cell({ name, role, unless, children }: CellProps) {
  const words = children.filter((text) => text.trim() !== '')
  if (words.length === 0 && unless === undefined) return null
  return (
    <Text muted={words.length === 0} size={1}>
      <span data-role={role}>
        <span style={{ color: 'var(--card-muted-fg-color)' }}>{name}:</span> {words.join('; ') || unless}
      </span>
    </Text>
  )
}

interface RowMenuProps {
  id: string
  label: string
  entries: readonly (readonly ['section' | 'row' | 'skip', string])[]
  onReadAs: RecognisedRowsProps['onReadAs']
}

function RowMenu({ id, label, entries, onReadAs }: RowMenuProps) {
  return (
    <MenuButton
      button={
        <Button
          aria-label={`Исправить: ${label.slice(0, 60)}`}
          fontSize={1}
          icon={EllipsisHorizontalIcon}
          mode="bleed"
          padding={2}
        />
      }
      id={`import-${id}`}
      menu={
        <Menu>
          {entries.map(([as, text]) => (
            <MenuItem fontSize={1} key={as} onClick={() => onReadAs(id, as)} text={text} />
          ))}
        </Menu>
      }
      popover={{ placement: 'bottom-end', portal: true }}
    />
  )
}
