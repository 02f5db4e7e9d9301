import { documentState } from '../documents/document-id.ts'
import { identify, identifyReader, type Handler } from '../http/route.ts'
import { tagChange } from '../query/sync-tags.ts'
import { openReaderStream } from './open-reader-stream.ts'

/**
 * `GET /data/live/events/:dataset`: the sync tags of what changes, for whoever shows results of queries.
 * With `includeDrafts=true` also of drafts, for signed-in readers.
 */
export const answerLive: Handler = (c, lake) => {
  const includeDrafts = c.req.query('includeDrafts') === 'true'
  const identity = includeDrafts ? identifyReader(c, lake) : identify(c, lake)
  const stream = openReaderStream(c, lake, identity)
  stream.send({ event: 'welcome', id: lake.transactions.last()?.id ?? 'start', data: {} })
  const unsubscribe = lake.feed.subscribe((committed) => {
    const { id } = committed
    const seen = lake.visibility.observe(committed, identity)
    if (!seen) return stream.close()
    const tags = seen.flatMap(({ documentId, documentType, before, after }) => {
      if (!includeDrafts && documentState(documentId) !== 'published') return []
      return before || after ? tagChange(documentId, documentType) : []
    })
    if (tags.length > 0) stream.send({ event: 'message', id, data: { tags: [...new Set(tags)] } })
  })
  stream.onClose(unsubscribe)
  return stream.response
}
