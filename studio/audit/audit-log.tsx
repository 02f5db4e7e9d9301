import { Box, Button, Card, Container, Flex, Grid, Heading, Select, Stack, Text, TextInput } from '@sanity/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { LoadingBlock, useClient } from 'sanity'
import { API_VERSION } from '../config/api-version.ts'
import { auditAnswer, type AuditEntry, type AuditFilter, auditParameters } from './audit-entry.ts'
import { AuditRow } from './audit-row.tsx'
import { EVENT_GROUPS } from './event-titles.ts'

const PAGE = 100
const NO_FILTER: AuditFilter = { kinds: [], actor: '', day: '' }

/** The tool «Журнал»: who signed in, whose access changed, what was published and deleted. For administrators. */
export function AuditLog() {
  const client = useClient({ apiVersion: API_VERSION })
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER)
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null)
  const [actors, setActors] = useState<readonly { id: string; name: string }[]>([])
  const [hasMore, setHasMore] = useState(false)
  const [failed, setFailed] = useState(false)

  const load = async (before?: number) => {
    const query = { ...auditParameters(filter, before), limit: String(PAGE) }
    const answer: unknown = await client.request({ uri: '/audit/entries', query })
    return auditAnswer.parse(answer)
  }
  const loadMore = async () => {
    const more = await load(entries?.at(-1)?.sequence).catch(() => null)
    setFailed(more === null)
    if (more === null) return
    setEntries((shown) => [...(shown ?? []), ...more.entries])
    setHasMore(more.entries.length === PAGE)
  }
  useEffect(() => {
    let isCurrent = true
    setEntries(null)
    const loadFirst = async () => {
      const answer = await load().catch(() => null)
      if (!isCurrent) return
      setFailed(answer === null)
      setEntries(answer?.entries ?? null)
      if (answer) setActors(answer.actors)
      setHasMore(answer?.entries.length === PAGE)
    }
    void loadFirst()
    return () => {
      isCurrent = false
    }
  }, [client, filter])

  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={4}>
        <Stack gap={5}>
          <Stack gap={3}>
            <Heading as="h1" size={3}>
              Журнал
            </Heading>
            <Text muted size={1}>
              Кто входил, кому меняли доступ, что публиковали и удаляли. Записи нельзя изменить; хранятся три
              года.
            </Text>
          </Stack>
          <Filters actors={actors} filter={filter} onChange={setFilter} />
          {failed && (
            <Card border padding={4} radius={2} role="alert" tone="critical">
              <Text size={1}>Журнал не загрузился. Обновите страницу; если не поможет, войдите заново.</Text>
            </Card>
          )}
          {!failed && entries === null && <LoadingBlock title="Читаем журнал…" showText />}
          {entries?.length === 0 && (
            <Card border padding={4} radius={2}>
              <Text muted size={1}>
                Таких записей нет.
              </Text>
            </Card>
          )}
          {entries !== null && entries.length > 0 && (
            <Card as="ol" border padding={0} radius={2} style={{ listStyle: 'none', margin: 0 }}>
              {entries.map((entry) => (
                <AuditRow entry={entry} key={entry.sequence} />
              ))}
            </Card>
          )}
          {hasMore && (
            <Flex justify="center">
              <Button mode="ghost" onClick={() => void loadMore()} text="Показать ещё" />
            </Flex>
          )}
        </Stack>
      </Container>
    </Box>
  )
}

interface FiltersProps {
  actors: readonly { id: string; name: string }[]
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}

function Filters({ actors, filter, onChange }: FiltersProps) {
  return (
    <Grid gap={3} gridTemplateColumns={[1, 1, 3]}>
      <Labelled text="Кто">
        <Select
          fontSize={1}
          onChange={({ currentTarget }) => onChange({ ...filter, actor: currentTarget.value })}
          value={filter.actor}
        >
          <option value="">Все</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled text="Что">
        <Select
          fontSize={1}
          onChange={({ currentTarget }) =>
            onChange({ ...filter, kinds: currentTarget.value === '' ? [] : currentTarget.value.split(',') })
          }
          value={filter.kinds.join(',')}
        >
          <option value="">Всё</option>
          {EVENT_GROUPS.map(({ title, events }) => (
            <optgroup key={title} label={title}>
              <option value={Object.keys(events).join(',')}>{`${title}: все`}</option>
              {Object.entries(events).length > 1 &&
                Object.entries(events).map(([kind, name]) => (
                  <option key={kind} value={kind}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      </Labelled>
      <Labelled text="День">
        <TextInput
          fontSize={1}
          onChange={({ currentTarget }) => onChange({ ...filter, day: currentTarget.value })}
          type="date"
          value={filter.day}
        />
      </Labelled>
    </Grid>
  )
}

function Labelled({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Stack as="label" gap={2}>
      <Text size={1} weight="medium">
        {text}
      </Text>
      {children}
    </Stack>
  )
}
