import { Badge, Box, Card, Flex, Grid, Heading, Radio, Stack, Text } from '@sanity/ui'
import type { Difference, Side } from '#content/roadmap-import/merging/difference.ts'
import { formatCount } from '#content/text/plurals.ts'
import { describeDifference } from './describe-difference.ts'

interface DifferenceListProps {
  differences: readonly Difference[]
  disabled: boolean
  onChoose: (id: string, side: Side) => void
}

/** In what a file and the roadmap that is there differ, with a choice for each. */
export function DifferenceList({ differences, disabled, onChoose }: DifferenceListProps) {
  const conflicts = differences.filter(({ conflict }) => conflict).length
  return (
    <Card aria-label="Что изменится" as="section" border padding={4} radius={2}>
      <Stack gap={4}>
        <Stack gap={3}>
          <Heading as="h2" size={1}>
            Такая карта уже есть: что изменится
          </Heading>
          <Text muted size={1}>
            {summarize(differences.length, conflicts)}
          </Text>
        </Stack>
        {[...differences]
          .toSorted((one, other) => Number(other.conflict) - Number(one.conflict))
          .map((difference) => (
            <DifferenceRow
              difference={difference}
              disabled={disabled}
              key={difference.id}
              onChoose={onChoose}
            />
          ))}
      </Stack>
    </Card>
  )
}

function summarize(count: number, conflicts: number): string {
  if (count === 0) return 'Файл говорит то же самое. Правки редакторов и отметки о выполненном останутся.'
  const differences = formatCount(count, ['отличие', 'отличия', 'отличий'])
  return conflicts === 0
    ? `${differences}. Там, где редакторы ничего не правили, карта станет как в файле; остальное не тронем.`
    : `${differences}, из них ${formatCount(conflicts, ['место', 'места', 'мест'])} правили и вы: там останется ваше, если не выбрать другое.`
}

interface DifferenceRowProps {
  difference: Difference
  disabled: boolean
  onChoose: DifferenceListProps['onChoose']
}

function DifferenceRow({ difference, disabled, onChoose }: DifferenceRowProps) {
  const { place, what, edited, imported } = describeDifference(difference)
  return (
    <Card as="fieldset" borderTop padding={0} paddingTop={4} style={{ margin: 0 }}>
      <Stack gap={3}>
        <Flex align="center" as="legend" gap={2} wrap="wrap">
          <Text size={1} weight="medium">
            {what}
          </Text>
          {difference.conflict && (
            <Badge fontSize={0} tone="caution">
              правили и вы
            </Badge>
          )}
        </Flex>
        <Text muted size={1}>
          {place}
        </Text>
        <Grid gap={3} gridTemplateColumns={[1, 1, 2]}>
          <SideChoice
            checked={difference.taken === 'edited'}
            disabled={disabled}
            id={difference.id}
            name="В карте сейчас"
            onChoose={() => onChoose(difference.id, 'edited')}
            words={edited}
          />
          <SideChoice
            checked={difference.taken === 'imported'}
            disabled={disabled}
            id={difference.id}
            name="В файле"
            onChoose={() => onChoose(difference.id, 'imported')}
            words={imported}
          />
        </Grid>
      </Stack>
    </Card>
  )
}

interface SideChoiceProps {
  id: string
  name: string
  words: string
  checked: boolean
  disabled: boolean
  onChoose: () => void
}

function SideChoice({ id, name, words, checked, disabled, onChoose }: SideChoiceProps) {
  return (
    <Card
      as="label"
      border
      padding={3}
      radius={2}
      style={{ cursor: 'pointer' }}
      tone={checked ? 'primary' : 'default'}
    >
      <Flex gap={3}>
        <Radio checked={checked} disabled={disabled} name={`difference-${id}`} onChange={onChoose} />
        <Box flex={1}>
          <Stack gap={2}>
            <Text muted size={0}>
              {name}
            </Text>
            <Text size={1}>{words}</Text>
          </Stack>
        </Box>
      </Flex>
    </Card>
  )
}
