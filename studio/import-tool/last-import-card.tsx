import { UndoIcon } from '@sanity/icons/Undo'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import type { ImportRecord } from './save-import.ts'

interface LastImportProps {
  record: ImportRecord
  busy: boolean
  onOpen: () => void
  onUndo: () => void
}

/** What was imported last in this tab, with the way to it and the way back. */
export function LastImport({ record, busy, onOpen, onUndo }: LastImportProps) {
  return (
    <Card border padding={4} radius={2}>
      <Flex align="center" gap={4} wrap="wrap">
        <Box flex={1} style={{ minWidth: '14em' }}>
          <Stack gap={3}>
            <Text muted size={1}>
              Последняя загрузка
            </Text>
            <Text size={1} weight="medium">
              {record.title}
            </Text>
          </Stack>
        </Box>
        <Flex gap={2} wrap="wrap">
          <Button disabled={busy} fontSize={1} mode="ghost" onClick={onOpen} text="Открыть черновик" />
          <Button
            disabled={busy}
            fontSize={1}
            icon={UndoIcon}
            mode="ghost"
            onClick={onUndo}
            text="Отменить загрузку"
            tone="critical"
          />
        </Flex>
      </Flex>
    </Card>
  )
}
