import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { LakeContext } from '../context.ts'
import { LakeError } from '../errors.ts'
import { identify, readApiVersion, type Handler } from '../http/route.ts'
import { readQueryParameters } from '../query/answer-query.ts'
import { defaultPerspective } from '../query/perspective.ts'
import { openEventStream, type EventStream } from './event-stream.ts'
import { createFilter } from './filter.ts'
import { createListener, type Listener, type ListenOptions } from './listener.ts'
import { findMissed, LOG_START } from './resume.ts'

/**
 * `GET /data/listen/:dataset`: events about changes of documents that a filter matches, in the order of the log.
 * A request that cannot be served is answered with an open stream and a `channelError`, as clients expect.
 */
export const answerListen: Handler = (c, lake) => {
  const identity = identify(c, lake)
  const stream = openEventStream(c.req.raw.signal)
  try {
    const { projectId, dataset, now, visibility } = lake
    const source = visibility.sourceFor(identity)
    const filter = createFilter(readQueryParameters(c), {
      dereference: ({ _ref }) => source.get(_ref),
      projectId,
      dataset,
      identity: identity.id,
      now,
    })
    const listener = createListener({ filter, options: readOptions(c), identity, visibility })
    greet(c, lake, listener, stream)
    const unsubscribe = lake.feed.subscribe((committed) => {
      try {
        stream.send(...listener.describe(committed))
      } catch (error) {
        lake.log.error(
          { err: error, transactionId: committed.id },
          'a listener could not be told of a transaction',
        )
        stream.close()
      }
    })
    stream.onClose(unsubscribe)
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    stream.send({ event: 'channelError', data: error.body })
    stream.close()
  }
  return stream.response
}

/** Sends the first event, and what the listener missed when it resumes. */
function greet(c: Context, lake: LakeContext, listener: Listener, stream: EventStream): void {
  const position = lake.transactions.last()?.id ?? LOG_START
  const last = c.req.query('enableResume') === 'true' ? c.req.header('last-event-id') : undefined
  const listenerName = randomUUID()
  if (last === undefined || last === '') {
    stream.send({ event: 'welcome', id: position, data: { listenerName } })
    return
  }
  const missed = findMissed(last, lake)
  if (!missed) {
    stream.send({ event: 'reset', id: position, data: { listenerName } })
    return
  }
  stream.send({ event: 'welcomeback', id: last, data: { listenerName } })
  for (const committed of missed.committed) {
    stream.send(...listener.describe(committed).filter(({ id = '' }) => !missed.received.has(id)))
  }
}

function readOptions(c: Context): ListenOptions {
  const allVersions = c.req.query('includeAllVersions')
  return {
    includeMutations: c.req.query('includeMutations') !== 'false',
    includeResult: c.req.query('includeResult') === 'true',
    includePreviousRevision: c.req.query('includePreviousRevision') === 'true',
    includeAllVersions: allVersions === 'true' || defaultPerspective(readApiVersion(c)) === 'raw',
    includeEffects: c.req.query('effectFormat') === 'mendoza',
    visibility: c.req.query('visibility') ?? 'transaction',
  }
}
