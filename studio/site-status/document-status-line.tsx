import { LaunchIcon } from '@sanity/icons/Launch'
import { Box, Card, Flex, Stack, Text } from '@sanity/ui'
import { describeStatus } from './document-status.ts'
import { useDocumentStatus } from './use-document-status.ts'
import { useNow } from './use-now.ts'

interface DocumentStatusLineProps {
  /** Id of the published document. */
  id: string
  publishedRevision: string | null
}

/** One line above a document: whether readers see it, since when and where. */
export function DocumentStatusLine({ id, publishedRevision }: DocumentStatusLineProps) {
  const answer = useDocumentStatus(id, publishedRevision)
  const now = useNow()
  if (answer === null) return null
  const { tone, text, details, path } = describeStatus(answer, publishedRevision, now)
  return (
    <Card border data-testid="site-status" padding={3} radius={2} role="status" aria-live="off" tone={tone}>
      <Stack gap={3}>
        <Flex align="center" gap={3} wrap="wrap">
          <Box flex={1} style={{ minWidth: '12rem' }}>
            <Text size={1}>{text}</Text>
          </Box>
          {path !== null && (
            <Text size={1}>
              <a href={path} rel="noopener" style={{ overflowWrap: 'anywhere' }} target="_blank">
                Открыть страницу <LaunchIcon />
              </a>
            </Text>
          )}
        </Flex>
        {details.map((detail) => (
          <Text key={detail} size={1} style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
