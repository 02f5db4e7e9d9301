import { CheckmarkIcon } from '@sanity/icons/Checkmark'
import { ChevronLeftIcon } from '@sanity/icons/ChevronLeft'
import { ChevronRightIcon } from '@sanity/icons/ChevronRight'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useRef } from 'react'
import type { OutlineWarning } from '#content/roadmap-import/outline/outline.ts'
import { formatCount } from '#content/text/plurals.ts'

interface WarningWalkProps {
  warnings: readonly OutlineWarning[]
  /** Index of the warning that is looked at; −1 before the first. */
  at: number
  seen: ReadonlySet<number>
  onGo: (at: number) => void
  onSeen: (at: number) => void
}

/** What needs a person's eye, one after another: each shows its place in the document and in what was recognised. */
export function WarningWalk({ warnings, at, seen, onGo, onSeen }: WarningWalkProps) {
  const count = warnings.length
  const go = useRef((_step: number) => {})
  go.current = (step) => {
    if (count > 0) onGo(at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return
      event.preventDefault()
      go.current(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  if (count === 0) {
    return (
      <Card border padding={3} radius={2} tone="positive">
        <Text size={1}>Замечаний нет: программа во всём уверена.</Text>
      </Card>
    )
  }
  const warning = warnings[at]
  const left = count - seen.size
  return (
    <Card
      aria-label="Замечания"
      as="section"
      border
      padding={3}
      radius={2}
      tone={left === 0 ? 'positive' : 'caution'}
    >
      <Flex align="center" gap={3} wrap="wrap">
        <Flex align="center" gap={1}>
          <Button
            aria-label="Предыдущее замечание"
            fontSize={1}
            icon={ChevronLeftIcon}
            mode="bleed"
            onClick={() => go.current(-1)}
            padding={2}
            title="Shift+F8"
          />
          <Box style={{ minWidth: '4.5em' }}>
            <Text align="center" size={1} weight="medium">
              {at < 0 ? formatCount(count, ['замечание', 'замечания', 'замечаний']) : `${at + 1} из ${count}`}
            </Text>
          </Box>
          <Button
            aria-label="Следующее замечание"
            fontSize={1}
            icon={ChevronRightIcon}
            mode="bleed"
            onClick={() => go.current(1)}
            padding={2}
            title="F8"
          />
        </Flex>
        <Box aria-live="polite" flex={1} style={{ minWidth: '14em' }}>
          {warning === undefined ? (
            <Text size={1}>
              {count === 1
                ? 'Посмотрите на него: кнопкой справа или клавишей F8. После загрузки оно останется в черновике.'
                : 'Пройдите их по порядку: стрелками или клавишей F8. После загрузки они останутся в черновике.'}
            </Text>
          ) : (
            <Stack gap={2}>
              <Text size={1}>{warning.message}</Text>
              {warning.place !== undefined && !warning.message.includes(warning.place) && (
                <Text muted size={1}>
                  {warning.place}
                </Text>
              )}
            </Stack>
          )}
        </Box>
        {warning === undefined ? (
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => go.current(1)}
            padding={3}
            text={count === 1 ? 'Показать' : 'К первому'}
          />
        ) : (
          <Button
            fontSize={1}
            icon={seen.has(at) ? CheckmarkIcon : undefined}
            mode="ghost"
            onClick={() => onSeen(at)}
            padding={3}
            selected={seen.has(at)}
            text={
              seen.has(at) ? 'Просмотрено' : left === 1 ? 'Отметить просмотренным' : 'Просмотрено, дальше'
            }
          />
        )}
      </Flex>
    </Card>
  )
}
