import { useToast } from '@sanity/ui/toast'
import { useEffect } from 'react'
import { type DocumentLayoutProps, getPublishedId, useDocumentOperationEvent } from 'sanity'
import { useSiteAddress } from '../site-address/use-site-address.ts'

const SHOWN_MS = 12_000

/** The document as usual; after it is published, a notice with a link to its page on the site. */
export function AnnouncePublishing(props: DocumentLayoutProps) {
  const id = getPublishedId(props.documentId)
  const event = useDocumentOperationEvent(id, props.documentType)
  const address = useSiteAddress(id)
  const toast = useToast()
  const published = event?.type === 'success' && event.op === 'publish' ? event : null

  useEffect(() => {
    if (published === null || address === null) return
    toast.push({
      id: `on-site-${id}`,
      status: 'success',
      duration: SHOWN_MS,
      closable: true,
      title: 'Уже на сайте',
      description: (
        <a href={address} rel="noopener" target="_blank">
          {address}
        </a>
      ),
    })
    // Once for each publishing: later changes of the address are no news.
  }, [published, address === null])

  return props.renderDefault(props)
}
