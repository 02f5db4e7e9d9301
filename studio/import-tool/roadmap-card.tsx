import { ChevronDownIcon } from '@sanity/icons/ChevronDown'
import { ChevronUpIcon } from '@sanity/icons/ChevronUp'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { type ReactNode, useState } from 'react'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { findMissing, summarizeOutline } from './reading-summary.ts'

interface RoadmapCardProps {
  reading: RoadmapReading
  /** Whose roadmap it is, in words. */
  owner: string
  /** The fields to correct it with. */
  children: ReactNode
}

/** What a document says of its roadmap as a whole, in two lines; the fields open when something is missing. */
export function RoadmapCard({ reading: { outline }, owner, children }: RoadmapCardProps) {
  const missing = findMissing(outline)
  const [isOpen, setOpen] = useState(missing.length > 0)
  return (
    <Card border padding={4} radius={2}>
      <Flex align="flex-start" gap={4} wrap="wrap">
        <Box flex={1} style={{ minWidth: '15em' }}>
          <Stack gap={4}>
            <Text size={1} weight="semibold">
              {outline.title ?? 'Название не найдено'}
            </Text>
            <Text muted size={1}>
              {[owner, summarizeOutline(outline)].filter(Boolean).join(' · ')}
            </Text>
            {missing.length > 0 && (
              <Text size={1}>В документе не сказано: {missing.join(', ')}. Укажите сами.</Text>
            )}
          </Stack>
        </Box>
        <Button
          aria-controls="import-details"
          aria-expanded={isOpen}
          fontSize={1}
          iconRight={isOpen ? ChevronUpIcon : ChevronDownIcon}
          mode="ghost"
          onClick={() => setOpen(!isOpen)}
          text={isOpen ? 'Свернуть' : 'Исправить'}
        />
      </Flex>
      {isOpen && (
        <Box id="import-details" paddingTop={5}>
          {children}
        </Box>
      )}
    </Card>
  )
}
