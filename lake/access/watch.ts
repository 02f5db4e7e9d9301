import { LakeError } from '../errors.ts'
import type { Authenticated } from './authenticate.ts'

const RECHECK_EVERY_MS = 10_000

/** Long-lived connections whose credentials are looked at again and again. */
export interface Watch {
  /**
   * Calls `onEnd` once when the request's credentials stop meaning what they meant: at once after a sign-out in this
   * process, within ten seconds after a change by another one.
   * @returns stops watching
   */
  start(request: Request, onEnd: () => void): () => void
  recheck(): void
  close(): void
}

export function createWatch(authenticate: (request: Request) => Authenticated): Watch {
  const watched = new Set<() => void>()
  const recheck = () => {
    for (const check of watched) check()
  }
  const timer = setInterval(recheck, RECHECK_EVERY_MS)
  timer.unref()

  return {
    start(request, onEnd) {
      // Only the headers: keeping the whole request would keep its body.
      const { url, headers } = request
      const before = describe(authenticate, new Request(url, { headers }))
      const check = () => {
        if (describe(authenticate, new Request(url, { headers })) === before) return
        watched.delete(check)
        onEnd()
      }
      watched.add(check)
      return () => void watched.delete(check)
    },
    recheck,
    close: () => clearInterval(timer),
  }
}

function describe(authenticate: (request: Request) => Authenticated, request: Request): string {
  try {
    const { id, role, scopes = [] } = authenticate(request).identity
    return JSON.stringify([role, id, scopes])
  } catch (error) {
    if (error instanceof LakeError) return 'denied'
    throw error
  }
}
