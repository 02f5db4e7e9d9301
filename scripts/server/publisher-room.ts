import { Hono } from 'hono'
import type { Context, Handler } from 'hono'
import { z } from 'zod'
import type { Publisher } from '#publisher/start-publisher.ts'
import { RollbackError } from '#publisher/release/rollback.ts'
import { receiveWebhook } from '#publisher/webhook/receive-webhook.ts'
import { measureReleases } from './measure-releases.ts'

/** Failures and documents left out that one answer lists. */
const MOST_LISTED = 200

/** Who asks, as far as it matters here. */
interface Asker {
  role: string
  kind: string
  /** Where the role counts; everywhere when missing. */
  scopes?: readonly unknown[]
}

/** What the room works with. */
export interface PublisherRoomOptions {
  publisher: Pick<Publisher, 'status' | 'documentOnSite' | 'releases' | 'wake' | 'publicDir'>
  /** Who makes a request; null when nobody can sign in here. A page of another origin counts as nobody. */
  identify: (request: Request) => Asker | null
  /** Says of stored documents whether who makes a request sees all of them. */
  sightOf: (request: Request) => (id: string) => boolean
  /** Tells the audit log what an administrator did with the releases. */
  record: (
    request: Request,
    kind: 'release-kept' | 'release-returned' | 'release-resumed',
    subject: string,
  ) => void
  webhookSecret: string | undefined
  now: () => Date
}

const order = z.discriminatedUnion('action', [
  z.object({ action: z.literal('rollback'), release: z.string() }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('keep') }),
])

/**
 * Answers below `/publisher`: `GET status?id=…` tells people who are signed in how a document stands on the site,
 * `GET overview` and `POST releases` are for administrators, `POST webhook` for the hosted lake.
 */
export function publisherRoom(options: PublisherRoomOptions): Handler {
  const { publisher, identify, sightOf, record, webhookSecret, now } = options
  const app = new Hono().basePath('/publisher')

  app.get('/status', async (c) => {
    if (!isSignedIn(identify(c.req.raw))) return refuse(c, 401, 'Войдите в Студию.')
    const id = c.req.query('id') ?? ''
    if (!/^[\w.-]{1,200}$/.test(id)) return refuse(c, 400, 'Нужен id документа.')
    const { problem, ...found } = await publisher.documentOnSite(id)
    // What exactly went wrong is for administrators.
    const status = { ...found, problem: problem === null ? null : 'Сайт сейчас не обновляется.' }
    const hasPublicPart = ['live', 'held'].includes(status.state) || status.path !== null
    if (hasPublicPart || sightOf(c.req.raw)(id)) return answer(c, status)
    // Of what readers do not see, others learn nothing: not even that it is there.
    return answer(c, { ...status, state: 'absent', revision: null, updatedAt: null, problems: [] })
  })

  app.get('/overview', async (c) => {
    if (!isAdministrator(identify(c.req.raw))) return refuse(c, 403, 'Это видят только администраторы.')
    const { failures, rejected, ...status } = publisher.status()
    return answer(c, {
      ...status,
      failures: failures.slice(0, MOST_LISTED),
      failureCount: failures.length,
      rejected: rejected.slice(0, MOST_LISTED),
      rejectedCount: rejected.length,
      releases: await publisher.releases.list(),
      disk: await measureReleases(publisher.publicDir),
    })
  })

  app.post('/releases', async (c) => {
    if (!isAdministrator(identify(c.req.raw))) return refuse(c, 403, 'Это могут только администраторы.')
    const read = order.safeParse(await c.req.json().catch(() => null))
    if (!read.success) return refuse(c, 400, 'Нужно действие: rollback с именем выпуска, resume или keep.')
    try {
      const changed = await carryOut(read.data, c.req.raw)
      return answer(c, { changed, releases: await publisher.releases.list() })
    } catch (error) {
      if (error instanceof RollbackError) return refuse(c, 409, error.message)
      throw error
    }
  })

  async function carryOut(asked: z.infer<typeof order>, request: Request): Promise<boolean> {
    if (asked.action === 'keep') {
      const isKept = await publisher.releases.keep()
      if (isKept) record(request, 'release-kept', publisher.status().release ?? '')
      return isKept
    }
    if (asked.action === 'resume') {
      await publisher.releases.resume()
      record(request, 'release-resumed', '')
    } else {
      await publisher.releases.rollBack(asked.release)
      record(request, 'release-returned', asked.release)
    }
    return true
  }

  app.post('/webhook', receiveWebhook({ secret: webhookSecret, wake: (ids) => publisher.wake(ids), now }))
  app.all('*', (c) => refuse(c, 404, 'Такого адреса нет.'))
  return (c) => app.fetch(c.req.raw, c.env)
}

function isSignedIn(asker: Asker | null): boolean {
  return asker !== null && asker.kind !== 'anonymous'
}

/** Whose role counts everywhere. */
function isAdministrator(asker: Asker | null): boolean {
  return asker?.role === 'administrator' && asker.scopes === undefined
}

function answer(c: Context, body: object): Response {
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.json(body)
}

function refuse(c: Context, status: 400 | 401 | 403 | 404 | 409, message: string): Response {
  c.header('Cache-Control', 'no-store')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.json({ error: message }, status)
}
