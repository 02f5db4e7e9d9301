import { Badge, Box, Card, Flex, Stack, Text } from '@sanity/ui'
import { useSchema } from 'sanity'
import { type AuditEntry, describeEntry } from './audit-entry.ts'
import { eventTitle, isAlarming } from './event-titles.ts'

const DAY = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'short' })
const TIME = new Intl.DateTimeFormat('ru-RU', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** One entry of the log: when, what, about whom, by whom and from where. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const at = new Date(entry.at)
  const schema = useSchema()
  const about = describeEntry(entry, (type) => schema.get(type)?.title)
  return (
    <Card as="li" borderBottom padding={3}>
      <Flex direction={['column', 'column', 'row']} gap={[3, 3, 4]}>
        <Box flex="none" style={{ minWidth: '7.5rem' }}>
          <Text as="time" dateTime={entry.at} muted size={1} title={at.toLocaleString('ru-RU')}>
            {`${DAY.format(at)}, ${TIME.format(at)}`}
          </Text>
        </Box>
        <Stack flex={1} gap={3}>
          <Flex align="center" gap={2} wrap="wrap">
            {isAlarming(entry.kind) ? (
              <Badge fontSize={1} tone="caution">
                {eventTitle(entry.kind)}
              </Badge>
            ) : (
              <Text size={1} weight="medium">
                {eventTitle(entry.kind)}
              </Text>
            )}
          </Flex>
          {about !== '' && (
            <Text size={1} style={{ overflowWrap: 'anywhere' }}>
              {about}
            </Text>
          )}
          <Text muted size={1}>
            {[entry.actorName === '' ? 'Кто — неизвестно' : entry.actorName, entry.address]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}
