import { UploadIcon } from '@sanity/icons/Upload'
import { Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import type { RoadmapSource } from './read-source.ts'

const ACCEPTED = '.docx,.pdf,.html,.htm,.txt,.csv'

interface SourceCardProps {
  disabled: boolean
  onSource: (source: RoadmapSource) => void
}

/** Takes a roadmap as a file, dropped or chosen, or as a pasted table. */
export function SourceCard({ disabled, onSource }: SourceCardProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return
    onSource({ type: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void takeFile(event.dataTransfer.files[0])
  }
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    onSource({ type: 'pasted', text, html: event.clipboardData.getData('text/html') })
  }

  return (
    <Card
      border
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDrop={onDrop}
      padding={4}
      radius={3}
      tone={isOver ? 'primary' : 'default'}
    >
      <Stack gap={4}>
        <Flex align="center" gap={4}>
          <Button
            disabled={disabled}
            icon={UploadIcon}
            onClick={() => chooser.current?.click()}
            text="Выбрать файл"
            tone="primary"
          />
          <Text muted size={1}>
            или перетащите его сюда: Word (.docx), PDF, страница (.html) или текст.
          </Text>
        </Flex>
        <input
          accept={ACCEPTED}
          aria-label="Файл с дорожной картой"
          hidden
          onChange={(event) => {
            void takeFile(event.target.files?.[0])
            event.target.value = ''
          }}
          ref={chooser}
          type="file"
        />
        <TextArea
          aria-label="Вставленная таблица"
          disabled={disabled}
          onPaste={onPaste}
          placeholder="Или выделите таблицу в Word, скопируйте её и вставьте сюда."
          readOnly
          rows={2}
        />
      </Stack>
    </Card>
  )
}
