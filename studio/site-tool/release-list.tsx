import { Badge, Box, Button, Card, Dialog, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import type { Release } from './overview-answer.ts'
import { momentWords } from './overview-words.ts'

interface ReleaseListProps {
  releases: readonly Release[]
  busy: boolean
  onRollBack: (release: Release) => void
}

/** The releases that are kept, with the way back to each. */
export function ReleaseList({ releases, busy, onRollBack }: ReleaseListProps) {
  const [asked, setAsked] = useState<Release | null>(null)
  return (
    <>
      <Card as="ul" border padding={0} radius={2} style={{ listStyle: 'none', margin: 0 }}>
        {releases.map((release) => (
          <Card as="li" borderBottom key={release.name} padding={3}>
            <Flex align={['flex-start', 'center']} direction={['column', 'row']} gap={3}>
              <Stack flex={1} gap={3}>
                <Text size={1} weight="medium">
                  {release.followed ? 'Новейший, следует за документами' : momentWords(release.madeAt)}
                </Text>
                <Text muted size={1}>
                  {release.followed ? `Начат ${momentWords(release.madeAt)}` : release.name}
                </Text>
              </Stack>
              {release.live && (
                <Badge fontSize={1} tone="positive">
                  Его видят читатели
                </Badge>
              )}
              {!release.live && !release.followed && (
                <Button
                  disabled={busy}
                  mode="ghost"
                  onClick={() => setAsked(release)}
                  text="Вернуть этот выпуск"
                />
              )}
            </Flex>
          </Card>
        ))}
      </Card>
      {asked !== null && (
        <Dialog
          footer={
            <Flex gap={2} justify="flex-end" padding={3} wrap="wrap">
              <Button mode="bleed" onClick={() => setAsked(null)} text="Отмена" />
              <Button
                onClick={() => {
                  onRollBack(asked)
                  setAsked(null)
                }}
                text="Вернуть"
                tone="critical"
              />
            </Flex>
          }
          header="Вернуть прежний выпуск?"
          id="roll-back"
          onClose={() => setAsked(null)}
          width={0}
        >
          <Box padding={4}>
            <Stack gap={4}>
              <Text size={1}>
                Читатели увидят сайт таким, каким он был {momentWords(asked.madeAt)}, — вместе с тем, что с
                тех пор исправили или сняли с публикации.
              </Text>
              <Text size={1}>
                Новое будет публиковаться, но читатели его не увидят, пока вы не нажмёте «Показывать
                новейший».
              </Text>
            </Stack>
          </Box>
        </Dialog>
      )}
    </>
  )
}
