import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'

interface MeaningCardProps {
  /** How the words are understood; '' when they are not. */
  meaning: string
  /** What the words do not state, and where it was taken from; '' when they state everything. */
  supplied?: string
  /** What a person should look at, one sentence each. */
  warnings?: readonly string[]
  /** Takes the meaning over into the fields; missing when the fields say it already. */
  onTake?: (() => void) | undefined
}

/** Says below the words of a document how they are understood, and offers to fill the fields with it. */
export function MeaningCard({ meaning, supplied = '', warnings = [], onTake }: MeaningCardProps) {
  return (
    <Card
      aria-live="polite"
      border
      padding={3}
      radius={2}
      tone={warnings.length > 0 ? 'caution' : onTake === undefined ? 'positive' : 'transparent'}
    >
      <Flex align="center" gap={3}>
        <Box flex={1}>
          <Stack gap={2}>
            <Text size={1}>
              {meaning === '' ? 'Эти слова непонятны: заполните поля сами.' : `Понято так: ${meaning}`}
            </Text>
            {supplied !== '' && (
              <Text muted size={1}>
                Недостающее дополнено — {supplied}.
              </Text>
            )}
            {warnings.map((warning) => (
              <Text key={warning} muted size={1}>
                {warning}
              </Text>
            ))}
          </Stack>
        </Box>
        {onTake !== undefined && meaning !== '' && (
          <Button fontSize={1} mode="ghost" onClick={onTake} text="Заполнить поля" />
        )}
      </Flex>
    </Card>
  )
}
