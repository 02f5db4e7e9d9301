import { PublishIcon } from '@sanity/icons/Publish'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { Fragment, useEffect, useState } from 'react'
import { type SanityClient, useClient } from 'sanity'
import { IntentLink } from 'sanity/router'
import { quote } from '#content/text/quote.ts'
import { API_VERSION } from '../config/api-version.ts'
import { awaitedBy, findUnpublished, type UnpublishedDocument } from './find-unpublished.ts'

/** Names the drafts without which a document cannot be published, and publishes them all at one press. */
export function PublishFirst({ document }: { document: Readonly<Record<string, unknown>> }) {
  const client = useClient({ apiVersion: API_VERSION })
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const { unpublished, ask } = useUnpublished(client, document)
  if (unpublished.length === 0) return null
  const lacking = unpublished.filter(({ lacks }) => lacks.length > 0)
  const publish = async () => {
    setBusy(true)
    try {
      await client.action(
        unpublished.map(({ id }) => ({
          actionType: 'sanity.action.document.publish' as const,
          draftId: `drafts.${id}`,
          publishedId: id,
        })),
      )
      toast.push({ status: 'success', title: 'Опубликовано', description: namesOf(unpublished) })
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error)
      toast.push({ status: 'error', title: 'Опубликовать не удалось', description })
    } finally {
      ask()
      setBusy(false)
    }
  }
  return (
    <Card border data-testid="publish-first" padding={3} radius={2} tone="caution">
      <Flex align="center" gap={3} wrap="wrap">
        <Box flex={1} style={{ minWidth: '14rem' }}>
          <Stack gap={3}>
            <Text size={1}>
              Сначала нужно опубликовать:{' '}
              {unpublished.map(({ id, type, name }, at) => (
                <Fragment key={id}>
                  {at > 0 && ', '}
                  <IntentLink intent="edit" params={{ id, type }}>
                    {name}
                  </IntentLink>
                </Fragment>
              ))}
              . Без этого документ не выйдет на сайт.
            </Text>
            {lacking.map(({ id, name, lacks }) => (
              <Text key={id} size={1}>
                Откройте {quote(name)} и укажите: {lacks.join(', ')}.
              </Text>
            ))}
          </Stack>
        </Box>
        {lacking.length === 0 && (
          <Button
            disabled={busy}
            fontSize={1}
            icon={PublishIcon}
            onClick={() => void publish()}
            text={unpublished.length > 1 ? 'Опубликовать их' : 'Опубликовать'}
            tone="caution"
          />
        )}
      </Flex>
    </Card>
  )
}

function namesOf(documents: readonly UnpublishedDocument[]): string {
  return documents.map(({ name }) => name).join(', ')
}

/** What a document waits for; asked again when its references change and when the editor comes back to the page. */
function useUnpublished(client: SanityClient, document: Readonly<Record<string, unknown>>) {
  const [unpublished, setUnpublished] = useState<readonly UnpublishedDocument[]>([])
  const [asked, setAsked] = useState(0)
  const ask = () => setAsked((before) => before + 1)
  const references = awaitedBy(document).join()
  useEffect(() => {
    let isCurrent = true
    void findUnpublished(document, (ids) =>
      client.fetch<unknown>('*[_id in $ids]', { ids }, { perspective: 'raw' }),
    ).then((found) => isCurrent && setUnpublished(found))
    return () => {
      isCurrent = false
    }
    // Of the document only its references matter.
  }, [client, references, asked])
  useEffect(() => {
    window.addEventListener('focus', ask)
    return () => window.removeEventListener('focus', ask)
  }, [])
  return { unpublished, ask }
}
