import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { isLakeDocument, isPublishedId } from './document-source.ts'
import type { ChangeListener, DocumentSource, LakeDocument } from './document-source.ts'
import { readLines } from './read-lines.ts'

const IDS_PER_REQUEST = 100
const PUBLISHED = '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
const DRAFTS = '*[_id in path("drafts.**")]'
const RETRY_AFTER_MS = 1000

const revisionsSchema = z.array(z.object({ _id: z.string(), _rev: z.string() }))

/** Reads documents through a client that may see everything: of the embedded lake or of the hosted one. */
export function lakeSource(lake: SanityClient): DocumentSource {
  const client = lake.withConfig({ perspective: 'raw', useCdn: false })
  return {
    published: () => exportPublished(client),
    async fetch(ids) {
      const found: LakeDocument[] = []
      for (let from = 0; from < ids.length; from += IDS_PER_REQUEST) {
        const answers: unknown[] = await client.getDocuments(ids.slice(from, from + IDS_PER_REQUEST))
        found.push(...answers.filter(isLakeDocument))
      }
      return found
    },
    async revisions() {
      const rows = revisionsSchema.parse(await client.fetch(`${PUBLISHED}{_id, _rev}`))
      return new Map(rows.map((row) => [row._id, row._rev]))
    },
    async drafts() {
      const rows: unknown[] = await client.fetch(DRAFTS)
      return rows.filter(isLakeDocument)
    },
    async remember(documents) {
      const writing = client.transaction()
      for (const document of documents) writing.createOrReplace(document)
      await writing.commit({ visibility: 'async' })
    },
    listen: (listener) => listen(client, listener),
  }
}

async function* exportPublished(client: SanityClient): AsyncIterable<LakeDocument> {
  const { dataset, token, resolveFetch } = client.config()
  const request = resolveFetch?.() ?? fetch
  const address = client.getUrl(`/data/export/${dataset ?? ''}`)
  const response = await request(address, {
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  })
  if (!response.ok || !response.body) {
    throw new Error(`The lake does not export its documents: ${response.status} from ${address}`)
  }
  for await (const line of readLines(response.body)) {
    const document: unknown = JSON.parse(line)
    if (isLakeDocument(document) && isPublishedId(document._id)) yield document
  }
}

function listen(client: SanityClient, listener: ChangeListener): Promise<() => void> {
  let stopped = false
  let welcomed = false
  let stop: (() => void) | undefined
  let retry: NodeJS.Timeout | undefined

  return new Promise((resolve) => {
    function subscribe(): void {
      const subscription = client
        .listen(
          PUBLISHED,
          {},
          { events: ['welcome', 'mutation'], includeResult: false, includeMutations: false },
        )
        .subscribe({
          next(event) {
            if (event.type === 'mutation') listener.changed([event.documentId])
            if (event.type !== 'welcome') return
            if (welcomed) listener.missed()
            welcomed = true
            resolve(() => {
              stopped = true
              clearTimeout(retry)
              stop?.()
            })
          },
          error() {
            // The client reconnects by itself; it gives up only when the lake refuses the listener.
            if (!stopped) retry = setTimeout(subscribe, RETRY_AFTER_MS)
          },
        })
      stop = () => subscription.unsubscribe()
    }
    subscribe()
  })
}
