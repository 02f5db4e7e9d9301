import { Box, Button, Card, Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useId, useState } from 'react'
import { type ArrayOfPrimitivesInputProps, set, unset, useDocumentStore } from 'sanity'
import { roadmapActivitiesQuery } from '#content/queries/roadmap-coverage.ts'
import { API_VERSION } from '../config/api-version.ts'
import {
  readActivityChoices,
  type StageChoices,
  toggleActivity,
  unknownActivities,
} from './activity-choices.ts'
import { useReferenceAt } from './use-reference-at.ts'

/** Boxes to tick for each activity of the roadmap that the publication is about. */
export function ActivityPicker({ value, onChange, readOnly }: ArrayOfPrimitivesInputProps) {
  const roadmap = useReferenceAt('roadmap')
  const stages = useActivityChoices(roadmap)
  const chosen = (value ?? []).map(String)
  const change = (keys: string[]) => onChange(keys.length === 0 ? unset() : set(keys))

  if (roadmap === null) return <Hint>Сначала выберите дорожную карту: здесь появятся её мероприятия.</Hint>
  if (stages === null) return <Hint>Загружаем мероприятия…</Hint>
  const unknown = unknownActivities(chosen, stages)
  return (
    <Stack gap={4} paddingTop={2}>
      {stages.length === 0 && <Hint>В этой карте пока нет мероприятий.</Hint>}
      {stages.map((stage) => (
        <StageBoxes
          chosen={chosen}
          key={stage.key}
          onToggle={(key) => change(toggleActivity(chosen, key, stages))}
          readOnly={readOnly ?? false}
          stage={stage}
        />
      ))}
      {unknown.length > 0 && (
        <Card border padding={3} radius={2} tone="caution">
          <Flex align="center" gap={3}>
            <Box flex={1}>
              <Text size={1}>Отмечены мероприятия, которых в этой карте нет: {unknown.length}.</Text>
            </Box>
            <Button
              disabled={readOnly}
              fontSize={1}
              mode="ghost"
              onClick={() => change(chosen.filter((key) => !unknown.includes(key)))}
              text="Убрать"
            />
          </Flex>
        </Card>
      )}
    </Stack>
  )
}

interface StageBoxesProps {
  stage: StageChoices
  chosen: readonly string[]
  readOnly: boolean
  onToggle: (key: string) => void
}

function StageBoxes({ stage, chosen, readOnly, onToggle }: StageBoxesProps) {
  const id = useId()
  return (
    <Stack aria-label={stage.title} gap={3} role="group">
      {stage.title !== '' && (
        <Text size={1} weight="semibold">
          {stage.title}
        </Text>
      )}
      {stage.activities.map(({ key, title, informationSupport }) => (
        <Flex align="flex-start" as="label" gap={3} htmlFor={`${id}-${key}`} key={key}>
          <Checkbox
            checked={chosen.includes(key)}
            id={`${id}-${key}`}
            onChange={() => onToggle(key)}
            readOnly={readOnly}
          />
          <Stack gap={2}>
            <Text size={1}>{title}</Text>
            {informationSupport && (
              <Text muted size={0}>
                информационная поддержка
              </Text>
            )}
          </Stack>
        </Flex>
      ))}
    </Stack>
  )
}

function Hint({ children }: { children: string }) {
  return (
    <Card border padding={3} radius={2} tone="transparent">
      <Text muted size={1}>
        {children}
      </Text>
    </Card>
  )
}

/** Activities of the roadmap with its drafts, kept current; null while they are being loaded. */
function useActivityChoices(roadmap: string | null): StageChoices[] | null {
  const store = useDocumentStore()
  const [loaded, setLoaded] = useState<{ roadmap: string | null; stages: StageChoices[] } | null>(null)

  useEffect(() => {
    if (roadmap === null) return undefined
    const subscription = store
      .listenQuery(roadmapActivitiesQuery, { roadmap }, { apiVersion: API_VERSION, perspective: 'drafts' })
      .subscribe({
        next: (result: unknown) => setLoaded({ roadmap, stages: readActivityChoices(result) }),
        error: () => setLoaded({ roadmap, stages: [] }),
      })
    return () => subscription.unsubscribe()
  }, [store, roadmap])

  return loaded?.roadmap === roadmap ? loaded.stages : null
}
