import { Box, Button, Card, Container, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useEffect, useSyncExternalStore } from 'react'
import { LoadingBlock, useClient, useCurrentUser } from 'sanity'
import { API_VERSION } from '../config/api-version.ts'
import { currentImport } from './current-import.ts'
import { LastImport } from './last-import-card.tsx'
import { ReadRoadmapView } from './read-roadmap-view.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { SourceCard } from './source-card.tsx'
import { ToolStyles } from './tool-styles.tsx'
import { UnreadDocumentView } from './unread-document-view.tsx'
import { useImportSaving } from './use-import-saving.tsx'
import { useKnownOwners } from './use-prepared-drafts.ts'

/** The tool «Импорт дорожной карты»: a file or a pasted table becomes recognised rows, and these become a draft. */
export function ImportRoadmap() {
  const client = useClient({ apiVersion: API_VERSION })
  const mayWrite = useCurrentUser()?.roles.some(({ name }) => name !== 'viewer') ?? false
  const phase = useSyncExternalStore(currentImport.subscribe, currentImport.phase)
  const owners = useKnownOwners(client)
  const { busy, last, save, undo, open } = useImportSaving(client)
  const isOpen = phase.type === 'read' || phase.type === 'unread'
  useEffect(() => currentImport.prepare(), [])

  return (
    <Box height="fill" overflow="auto" paddingTop={[4, 5]} paddingX={[3, 4, 5]}>
      <ToolStyles />
      <Container width={5}>
        <Stack gap={5} paddingBottom={phase.type === 'read' ? 0 : 5}>
          <Flex align="flex-start" gap={4} wrap="wrap">
            <Box flex={1} style={{ minWidth: '16em' }}>
              <Stack gap={4}>
                <Heading as="h1" size={3}>
                  Импорт дорожной карты
                </Heading>
                <Text muted size={1}>
                  {isOpen
                    ? (phase.name ?? 'Вставленная таблица')
                    : 'Студия прочитает документ и покажет, как его поняла. Ничего не сохранится, пока вы не согласитесь.'}
                </Text>
              </Stack>
            </Box>
            {isOpen && (
              <Button
                disabled={busy}
                fontSize={1}
                mode="ghost"
                onClick={() => currentImport.leave()}
                text="Другой документ"
              />
            )}
          </Flex>
          {!isOpen && (
            <SourceCard
              disabled={busy || phase.type === 'reading'}
              onFile={(file) => void currentImport.openFile(file)}
            />
          )}
          {phase.type === 'reading' && <ReadingProgress {...phase} onCancel={() => currentImport.leave()} />}
          {phase.type === 'problem' && (
            <Card border padding={4} radius={2} role="alert" tone="critical">
              <Text size={1}>{phase.message}</Text>
            </Card>
          )}
          {phase.type === 'unread' && <UnreadDocumentView key={phase.document} phase={phase} />}
          {phase.type === 'read' && owners === null && <LoadingBlock showText title="Сверяем…" />}
          {phase.type === 'read' && owners !== null && (
            <ReadRoadmapView
              busy={busy}
              client={client}
              key={phase.document}
              mayWrite={mayWrite}
              onSave={(plan, known) => void save(plan, known)}
              owners={owners}
              phase={phase}
            />
          )}
          {(phase.type === 'waiting' || phase.type === 'problem') && last !== null && (
            <LastImport busy={busy} onOpen={() => open(last)} onUndo={() => void undo(last)} record={last} />
          )}
        </Stack>
      </Container>
    </Box>
  )
}
