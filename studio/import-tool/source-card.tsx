import { UploadIcon } from '@sanity/icons/Upload'
import { Box, Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { READABLE_EXTENSIONS, READABLE_FORMATS } from '#content/roadmap-import/readable-formats.ts'
import { PASTE_FIELD } from './catch-sources.ts'

interface SourceCardProps {
  disabled: boolean
  onFile: (file: File) => void
}

/** Takes a roadmap as a chosen file or a pasted table; what is dropped or pasted is caught anywhere on the page. */
export function SourceCard({ disabled, onFile }: SourceCardProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const isOver = useFilesOver()
  return (
    <Card
      border
      padding={[4, 5]}
      radius={3}
      style={{ borderStyle: 'dashed' }}
      tone={isOver ? 'primary' : 'transparent'}
    >
      <Stack gap={5}>
        <Flex align="center" gap={4} wrap="wrap">
          <Button
            disabled={disabled}
            icon={UploadIcon}
            onClick={() => chooser.current?.click()}
            text="Выбрать файл"
            tone="primary"
          />
          <Box flex={1} style={{ minWidth: '16em' }}>
            <Text muted size={1}>
              {isOver ? 'Отпускайте: прочитаем.' : `или перетащите его в это окно: ${READABLE_FORMATS}.`}
            </Text>
          </Box>
        </Flex>
        <input
          accept={READABLE_EXTENSIONS.join(',')}
          aria-label="Файл с дорожной картой"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) onFile(file)
            event.target.value = ''
          }}
          ref={chooser}
          type="file"
        />
        <TextArea
          {...PASTE_FIELD}
          aria-label="Вставленная таблица"
          disabled={disabled}
          fontSize={1}
          onChange={() => {}}
          padding={3}
          placeholder="Или выделите таблицу в Word или Excel, скопируйте её и вставьте сюда (Ctrl+V)."
          rows={2}
          value=""
        />
      </Stack>
    </Card>
  )
}

/** Whether files are being dragged over the page. */
function useFilesOver(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => setOver(event.dataTransfer?.types.includes('Files') === true)
    const away = (event: DragEvent) => {
      if (event.type !== 'dragleave' || event.relatedTarget === null) setOver(false)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', away)
    document.addEventListener('drop', away)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', away)
      document.removeEventListener('drop', away)
    }
  }, [])
  return isOver
}
