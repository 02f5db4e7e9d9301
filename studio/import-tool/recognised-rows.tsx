import { Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import type { OutlineActivity, OutlineStage } from '#content/roadmap-import/outline/outline.ts'
import { describeDeadline } from '../inputs/deadline-meaning.ts'

/** The rows that were recognised, stage by stage: what, when with its meaning, who. */
export function RecognisedRows({ stages }: { stages: readonly OutlineStage[] }) {
  return (
    <Stack gap={5}>
      {stages.map((stage, index) => (
        <Stack gap={3} key={`${stage.number ?? ''}-${index}`}>
          <Heading size={1}>
            {[stage.number, stage.title].filter(Boolean).join('. ') || 'Без деления на этапы'}
          </Heading>
          {stage.activities.map((activity, row) => (
            <Row activity={activity} key={`${activity.number ?? ''}-${row}`} />
          ))}
        </Stack>
      ))}
    </Stack>
  )
}

function Row({ activity }: { activity: OutlineActivity }) {
  const { number, text, deadlines, responsible, informationSupport } = activity
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {[number, text].filter(Boolean).join('. ')}
        </Text>
        <Flex gap={4} wrap="wrap">
          <Cell empty="срок не указан" name="Срок">
            {deadlines.map((deadline) => `${deadline.verbatim} → ${describeDeadline(deadline)}`)}
          </Cell>
          <Cell empty="не указаны" name="Ответственные">
            {responsible.map(({ verbatim }) => verbatim)}
          </Cell>
        </Flex>
        {informationSupport && (
          <Text muted size={0}>
            информационная поддержка
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Cell({ name, empty, children }: { name: string; empty: string; children: readonly string[] }) {
  const words = children.filter((text) => text.trim() !== '')
  return (
    <Text muted={words.length === 0} size={1}>
      {name}: {words.join('; ') || empty}
    </Text>
  )
}
