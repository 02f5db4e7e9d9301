import type { Context } from 'hono'
import type { Identity } from '../access/identity.ts'
import type { LakeContext } from '../context.ts'
import { openEventStream, type EventStream } from './event-stream.ts'

/**
 * Opens a stream of events that ends with the session or token that it was opened with, and with the lake.
 * @throws LakeError 429 when there are too many
 */
export function openReaderStream(c: Context, lake: LakeContext, identity: Identity): EventStream {
  const leave = lake.clients.openStream(c.req.raw, identity)
  const stream = openEventStream(AbortSignal.any([c.req.raw.signal, lake.closing]))
  stream.onClose(leave)
  if (identity.kind !== 'anonymous') {
    stream.onClose(lake.access.watch.start(c.req.raw, () => stream.close()))
  }
  return stream
}
