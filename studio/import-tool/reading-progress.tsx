import { Box, Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { formatCount } from '#content/text/plurals.ts'

interface ReadingProgressProps {
  name: string
  bytes: number | null
  since: number
  onCancel: () => void
}

const LONG_MS = 4000

/** Says what is being read and for how long, and lets an editor stop it. */
export function ReadingProgress({ name, bytes, since, onCancel }: ReadingProgressProps) {
  const [passedMs, setPassed] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setPassed(Date.now() - since), 500)
    return () => clearInterval(timer)
  }, [since])
  const seconds = Math.floor(passedMs / 1000)
  return (
    <Card border padding={4} radius={2} role="status">
      <Flex align="center" gap={4} wrap="wrap">
        <Spinner muted />
        <Box flex={1} style={{ minWidth: '14em' }}>
          <Stack gap={2}>
            <Text size={1} weight="medium">
              Читаем: {name}
            </Text>
            <Text muted size={1}>
              {[
                bytes === null ? '' : sizeOf(bytes),
                seconds > 0 ? formatCount(seconds, ['секунда', 'секунды', 'секунд']) : '',
                passedMs > LONG_MS ? 'большой документ, подождите ещё немного' : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Stack>
        </Box>
        <Button fontSize={1} mode="ghost" onClick={onCancel} text="Прервать" />
      </Flex>
    </Card>
  )
}

const numbers = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${numbers.format(Math.ceil(bytes / 1024))} КБ`
    : `${numbers.format(bytes / 1024 / 1024)} МБ`
}
