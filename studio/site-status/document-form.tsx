import { Stack } from '@sanity/ui'
import { getPublishedId, type ObjectInputProps, useEditState } from 'sanity'
import { PublishFirst } from '../publish-first/publish-first.tsx'
import { DocumentStatusLine } from './document-status-line.tsx'

/** The form of a document, with lines above that say how it stands on the site and what is to be published before it. */
export function DocumentForm(props: ObjectInputProps) {
  const id = typeof props.value?.['_id'] === 'string' ? getPublishedId(props.value['_id']) : null
  return (
    <Stack gap={5}>
      {id !== null && <StatusOf id={id} type={props.schemaType.name} />}
      {props.value !== undefined && <PublishFirst document={props.value} />}
      {props.renderDefault(props)}
    </Stack>
  )
}

function StatusOf({ id, type }: { id: string; type: string }) {
  const { published, ready } = useEditState(id, type, 'low')
  return ready ? <DocumentStatusLine id={id} publishedRevision={published?._rev ?? null} /> : null
}
