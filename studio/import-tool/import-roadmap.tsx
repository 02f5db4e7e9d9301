import { CheckmarkIcon } from '@sanity/icons/Checkmark'
import { Box, Button, Card, Container, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useState } from 'react'
import { LoadingBlock, useClient, useCurrentUser } from 'sanity'
import { useRouter } from 'sanity/router'
import { formatCount } from '#content/text/plurals.ts'
import { API_VERSION } from '../config/api-version.ts'
import { readSource, type RoadmapSource, type SourceReading } from './read-source.ts'
import { ReadingView } from './reading-view.tsx'
import { saveReading } from './save-reading.ts'
import { SourceCard } from './source-card.tsx'

/** The tool «Загрузить карту»: a file or a pasted table becomes recognised rows, and these become a draft. */
export function ImportRoadmap() {
  const client = useClient({ apiVersion: API_VERSION })
  const router = useRouter()
  const toast = useToast()
  const mayWrite = useCurrentUser()?.roles.some(({ name }) => name !== 'viewer') ?? false
  const [result, setResult] = useState<SourceReading | null>(null)
  const [busy, setBusy] = useState<'reading' | 'saving' | null>(null)

  const read = async (source: RoadmapSource) => {
    setBusy('reading')
    setResult(await readSource(source).catch(toProblem))
    setBusy(null)
  }
  const save = async () => {
    if (result?.type !== 'read') return
    setBusy('saving')
    try {
      const saved = await saveReading(client, result.reading, result.fallbackName)
      toast.push({
        status: 'success',
        title: saved.updated ? 'Черновик карты обновлён' : 'Черновик карты создан',
        description: saved.created.length > 0 ? `Новые записи: ${saved.created.join('; ')}` : '',
      })
      router.navigateIntent('edit', { id: saved.roadmapId, type: 'roadmap' })
    } catch (error) {
      toast.push({ status: 'error', title: 'Черновик создать не удалось', description: messageOf(error) })
      setBusy(null)
    }
  }

  return (
    <Box height="fill" overflow="auto" padding={5}>
      <Container width={5}>
        <Stack gap={5}>
          <Stack gap={3}>
            <Heading as="h1" size={3}>
              Загрузить дорожную карту
            </Heading>
            <Text muted size={1}>
              Студия прочитает таблицу и покажет, как её поняла. Ничего не сохранится, пока вы не согласитесь.
            </Text>
          </Stack>
          <SourceCard disabled={busy !== null} onSource={(source) => void read(source)} />
          {busy !== null && <LoadingBlock title={busy === 'reading' ? 'Читаем…' : 'Сохраняем…'} showText />}
          {busy === null && result?.type === 'problem' && (
            <Card border padding={4} radius={2} role="alert" tone="critical">
              <Text size={1}>{result.message}</Text>
            </Card>
          )}
          {busy === null && result?.type === 'read' && (
            <>
              <ReadingView reading={result.reading} />
              <Flex align="center" gap={4}>
                <Button
                  disabled={!mayWrite}
                  icon={CheckmarkIcon}
                  onClick={() => void save()}
                  text="Сделать черновик"
                  tone="primary"
                />
                <Text muted size={1}>
                  {mayWrite
                    ? remark(result.reading.outline.warnings.length)
                    : 'Вам нельзя создавать документы.'}
                </Text>
              </Flex>
            </>
          )}
        </Stack>
      </Container>
    </Box>
  )
}

function remark(warnings: number): string {
  return warnings === 0
    ? 'Замечаний нет.'
    : `${formatCount(warnings, ['замечание', 'замечания', 'замечаний'])}: список останется в черновике.`
}

function toProblem(error: unknown): SourceReading {
  return { type: 'problem', message: `Прочитать не удалось: ${messageOf(error)}` }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
