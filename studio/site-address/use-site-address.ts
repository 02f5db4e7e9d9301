import { useEffect, useState } from 'react'
import { getPublishedId, useDocumentStore } from 'sanity'
import { addressedDocumentQuery } from '#content/queries/addressed-documents.ts'
import { API_VERSION } from '../config/api-version.ts'
import { siteAddressOf } from './site-address.ts'

/** Address of a document's page on the site, kept current; null while it is not published or has no page. */
export function useSiteAddress(documentId: string): string | null {
  const store = useDocumentStore()
  const id = getPublishedId(documentId)
  const [known, setKnown] = useState<{ id: string; address: string | null }>({ id, address: null })

  useEffect(() => {
    const subscription = store
      .listenQuery(addressedDocumentQuery, { id }, { apiVersion: API_VERSION, perspective: 'published' })
      .subscribe({
        next: (result: unknown) => setKnown({ id, address: siteAddressOf(result) }),
        error: () => setKnown({ id, address: null }),
      })
    return () => subscription.unsubscribe()
  }, [store, id])

  return known.id === id ? known.address : null
}
