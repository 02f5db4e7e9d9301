import { LOG_START } from '../../listen/resume.ts'

/** A listener that goes on after each restart where the last connection broke off, as EventSource does. */
export interface Follower {
  /** `<transaction>#<document>` of the mutations received, in order. */
  readonly received: readonly string[]
  /** Events that mean that the listener has lost its place. */
  readonly resets: readonly string[]
  /** Listens at an address until the connection ends, or `until` says that enough was received. */
  listen(url: string, until?: () => boolean): Promise<void>
}

const LISTEN = '/v1/data/listen/production?query=*&enableResume=true&visibility=transaction'

/** @param token of somebody who may read everything */
export function createFollower(token: string): Follower {
  const received: string[] = []
  const resets: string[] = []
  let lastEventId = LOG_START

  function take(event: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1]
    const kind = field('event')
    const id = field('id')
    if (id !== undefined) lastEventId = id
    if (kind === 'reset' || kind === 'channelError') resets.push(event)
    if (kind === 'mutation' && id !== undefined) received.push(id)
  }

  return {
    received,
    resets,
    async listen(url, until = () => false) {
      const abort = new AbortController()
      const headers = { authorization: `Bearer ${token}`, 'last-event-id': lastEventId }
      let text = ''
      try {
        const response = await fetch(`${url}${LISTEN}`, { headers, signal: abort.signal })
        for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
          const events = (text + chunk).split('\n\n')
          text = events.pop() ?? ''
          events.forEach(take)
          if (until()) abort.abort()
        }
      } catch {
        // The connection broke, as it should: the server was killed, or enough was received.
      }
    },
  }
}
