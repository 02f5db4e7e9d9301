import { Box, Card, Flex, Grid, Heading, Stack, Text } from '@sanity/ui'
import type { OutlineWarning } from '#content/roadmap-import/outline/outline.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { summarizeOutline } from './reading-summary.ts'
import { RecognisedRows } from './recognised-rows.tsx'

const COLUMN_STYLE = { maxHeight: '60vh', overflow: 'auto' } as const
const SOURCE_STYLE = { ...COLUMN_STYLE, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const

/** The original on the left, what was recognised on the right, above them what needs a person's eye. */
export function ReadingView({ reading: { outline, sourceText } }: { reading: RoadmapReading }) {
  return (
    <Stack gap={5}>
      <Card border padding={4} radius={2}>
        <Stack gap={3}>
          {summarizeOutline(outline).map(({ name, words }) => (
            <Flex gap={3} key={name}>
              <Box style={{ width: '8em' }}>
                <Text muted size={1}>
                  {name}
                </Text>
              </Box>
              <Box flex={1}>
                <Text size={1}>{words}</Text>
              </Box>
            </Flex>
          ))}
        </Stack>
      </Card>
      {outline.warnings.length > 0 && <Warnings warnings={outline.warnings} />}
      <Grid gap={4} gridTemplateColumns={[1, 1, 2]}>
        <Stack gap={3}>
          <Heading size={1}>Как в документе</Heading>
          <Card border padding={3} radius={2} style={SOURCE_STYLE}>
            <Text size={1}>{sourceText}</Text>
          </Card>
        </Stack>
        <Stack gap={3}>
          <Heading size={1}>Как понято</Heading>
          <Box style={COLUMN_STYLE}>
            <RecognisedRows stages={outline.stages} />
          </Box>
        </Stack>
      </Grid>
    </Stack>
  )
}

function Warnings({ warnings }: { warnings: readonly OutlineWarning[] }) {
  return (
    <Card border padding={4} radius={2} tone="caution">
      <Stack as="ul" gap={3}>
        {warnings.map(({ message, place }, index) => (
          <Text as="li" key={`${place ?? ''}-${index}`} size={1}>
            {place === undefined || message.includes(place) ? message : `${message} (${place})`}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
