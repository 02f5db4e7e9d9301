import { Box, Button, Card, Container, Flex, Grid, Heading, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import type { ReactNode } from 'react'
import { LoadingBlock } from 'sanity'
import { useNow } from '../site-status/use-now.ts'
import type { Overview } from './overview-answer.ts'
import { figuresOf, stateWords } from './overview-words.ts'
import { FailureList, RejectedList } from './problem-lists.tsx'
import { ReleaseList } from './release-list.tsx'
import { useOverview } from './use-overview.ts'

/** The tool «Сайт»: what readers see, what waits, what failed, and the way back to an older release. */
export function SiteOverview() {
  const { overview, problem, busy, give } = useOverview()
  const toast = useToast()
  const order = async (asked: Parameters<typeof give>[0], done: string) => {
    const refusal = await give(asked)
    toast.push({ status: refusal === null ? 'success' : 'error', title: refusal ?? done, closable: true })
  }

  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        <Stack gap={5}>
          <Heading as="h1" size={3}>
            Сайт
          </Heading>
          {problem !== null && <Notice text={problem} tone="critical" />}
          {overview === null && problem === null && (
            <LoadingBlock title="Узнаём, как дела у сайта…" showText />
          )}
          {overview !== null && (
            <>
              <Summary overview={overview} />
              {overview.failureCount > 0 && (
                <Section title="Страницы, которые не удалось собрать">
                  <FailureList failureCount={overview.failureCount} failures={overview.failures} />
                </Section>
              )}
              {overview.rejectedCount > 0 && (
                <Section title="Опубликовано, но на сайт не попало">
                  <RejectedList rejected={overview.rejected} rejectedCount={overview.rejectedCount} />
                </Section>
              )}
              <Section title="Выпуски">
                <Text muted size={1}>
                  Раз в сутки сайт сохраняется таким, каков он есть. Хранятся пять последних выпусков.
                </Text>
                <Flex gap={2} wrap="wrap">
                  {overview.held !== null && (
                    <Button
                      disabled={busy}
                      onClick={() => void order({ action: 'resume' }, 'Читатели видят новейший выпуск')}
                      text="Показывать новейший"
                      tone="primary"
                    />
                  )}
                  <Button
                    disabled={busy}
                    mode="ghost"
                    onClick={() => void order({ action: 'keep' }, 'Выпуск сохранён')}
                    text="Сохранить выпуск сейчас"
                  />
                </Flex>
                <ReleaseList
                  busy={busy}
                  onRollBack={({ name }) =>
                    void order({ action: 'rollback', release: name }, 'Читатели видят прежний выпуск')
                  }
                  releases={overview.releases}
                />
              </Section>
            </>
          )}
        </Stack>
      </Container>
    </Box>
  )
}

function Summary({ overview }: { overview: Overview }) {
  const now = useNow()
  const { tone, text } = stateWords(overview)
  return (
    <Stack gap={4}>
      <Notice text={text} tone={tone} />
      {overview.notice !== null && <Notice text={overview.notice} tone="caution" />}
      {overview.problem !== null && <Notice text={overview.problem} tone="critical" />}
      <Grid gap={3} gridTemplateColumns={[2, 2, 3]}>
        {figuresOf(overview, now).map(({ name, value }) => (
          <Card border key={name} padding={3} radius={2}>
            <Stack gap={3}>
              <Text muted size={1}>
                {name}
              </Text>
              <Text size={2} weight="medium">
                {value}
              </Text>
            </Stack>
          </Card>
        ))}
      </Grid>
    </Stack>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

function Notice({ tone, text }: { tone: 'positive' | 'caution' | 'critical'; text: string }) {
  return (
    <Card border padding={4} radius={2} role="status" tone={tone}>
      <Text size={1} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Card>
  )
}
