import type { Context } from 'hono'
import { draftId, publishedId } from '../documents/document-id.ts'
import { invalidRequest } from '../errors.ts'
import { identifyReader, type Handler } from '../http/route.ts'
import { tellEvents } from './document-events.ts'

const DEFAULT_LIMIT = 100

/** `GET /data/history/:dataset/events/documents/:id`: the events of a document and its draft, newest first. */
export const answerEvents: Handler = (c, lake) => {
  identifyReader(c, lake)
  const id = c.req.param('id') ?? ''
  const published = publishedId(id)
  const events = tellEvents(
    published,
    lake.transactions.lifecycle([published, draftId(published)], published),
  )
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
