import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { readsEverything, type Identity } from '../access/identity.ts'
import type { LakeContext } from '../context.ts'
import { LakeError } from '../errors.ts'
import { identify, readApiVersion, type Handler } from '../http/route.ts'
import { readQueryParameters } from '../query/answer-query.ts'
import { defaultPerspective } from '../query/perspective.ts'
import type { EventStream } from './event-stream.ts'
import { createFilter } from './filter.ts'
import { createListener, type Listener, type ListenOptions } from './listener.ts'
import { openReaderStream } from './open-reader-stream.ts'
import { findMissed, LOG_START } from './resume.ts'

/**
 * `GET /data/listen/:dataset`: events about changes of documents that a filter matches, in the order of the log.
 * A request that cannot be served is answered with an open stream and a `channelError`, as clients expect.
 */
export const answerListen: Handler = (c, lake) => {
  const identity = identify(c, lake)
  const stream = openReaderStream(c, lake, identity)
  try {
    const { listener, release } = openListener(c, lake, identity)
    stream.onClose(release)
    greet(c, lake, listener, stream)
    const unsubscribe = lake.feed.subscribe((committed) => {
      try {
        const started = performance.now()
        const events = listener.describe(committed)
        if (events) stream.send(...events)
        const isQuick =
          listener.isLight || lake.clients.mayFilter(c.req.raw, identity, performance.now() - started)
        // A client that has to connect again reads again.
        if (!events || !isQuick) stream.close()
      } catch (error) {
        refuse(error, stream, lake)
      }
    })
    stream.onClose(unsubscribe)
  } catch (error) {
    refuse(error, stream, lake)
  }
  return stream.response
}

function openListener(
  c: Context,
  { visibility, listeners, projectId, dataset, now }: LakeContext,
  identity: Identity,
): { listener: Listener; release: () => void } {
  const request = readQueryParameters(c)
  const options = readOptions(c)
  // Those who see everything are told the same, unless a filter asks who they are.
  const isAnyone = readsEverything(identity) && !request.query.includes('identity')
  const name = JSON.stringify([request, options, isAnyone || identity])
  return listeners.share(name, () => {
    const source = visibility.sourceFor(identity)
    const dereference = ({ _ref }: { _ref: string }) => source.get(_ref)
    const setting = { dereference, projectId, dataset, identity: identity.id, now }
    return createListener({ filter: createFilter(request, setting), options, identity, visibility })
  })
}

/** Ends a stream that cannot go on; other listeners and the writer must not notice. */
function refuse(error: unknown, stream: EventStream, { log }: LakeContext): void {
  if (error instanceof LakeError) stream.send({ event: 'channelError', data: error.body })
  else log.error({ err: error }, 'a listener failed unexpectedly')
  stream.close()
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
  const identity = identify(c, lake)
  if (!missed?.committed.every((committed) => lake.visibility.canRecall(committed, identity))) {
    stream.send({ event: 'reset', id: position, data: { listenerName } })
    return
  }
  stream.send({ event: 'welcomeback', id: last, data: { listenerName } })
  for (const committed of missed.committed) {
    stream.send(...(listener.describe(committed) ?? []).filter(({ id = '' }) => !missed.received.has(id)))
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
