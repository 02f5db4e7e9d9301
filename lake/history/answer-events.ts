import type { Context } from 'hono'
import { documentState, draftId, publishedId } from '../documents/document-id.ts'
import { invalidRequest } from '../errors.ts'
import { identifyReader, type Handler } from '../http/route.ts'
import { isOfDraft, tellEvents } from './document-events.ts'
import { createToldHistory } from './told-history.ts'

const DEFAULT_LIMIT = 100

/**
 * `GET /data/history/:dataset/events/documents/:id`: the events of a document and its draft, newest first.
 * Those that left the published document as it was are told only to who asks about the draft: the Studio offers every
 * event as a version to open, and the published document has none there.
 */
export const answerEvents: Handler = (c, lake) => {
  const identity = identifyReader(c, lake)
  const id = c.req.param('id') ?? ''
  const published = publishedId(id)
  const ids = [published, draftId(published)]
  const isTold = createToldHistory(ids, identity, lake)
  const changes = lake.transactions.lifecycle(ids, published).filter(isTold)
  const isPublished = documentState(id) === 'published'
  const events = tellEvents(published, changes).filter(({ event }) => !isPublished || !isOfDraft(event))
  const before = readNumber(c, 'nextCursor', Number.MAX_SAFE_INTEGER)
  const limit = readNumber(c, 'limit', DEFAULT_LIMIT)
  const rest = events.filter(({ sequence }) => sequence < before).toReversed()
  const page = rest.slice(0, limit)
  const nextCursor = rest.length > page.length ? String(page.at(-1)?.sequence) : ''
  return c.json({ events: { [id]: page.map(({ event }) => event) }, nextCursor })
}

function readNumber(c: Context, name: string, otherwise: number): number {
  const given = c.req.query(name)
  if (given === undefined || given === '') return otherwise
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1) throw invalidRequest(`"${name}" must be a whole number above 0`)
  return value
}
