import { Hono, type Context } from 'hono'
import { METHOD_NAME_ALL } from 'hono/router'
import { accountRoutes } from './access/account-routes.ts'
import { answerActions } from './actions/answer-actions.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import type { LakeContext } from './context.ts'
import { httpError, notFound } from './errors.ts'
import { answerExport } from './export/answer-export.ts'
import { answerEvents } from './history/answer-events.ts'
import { answerRevision } from './history/answer-revision.ts'
import { answerTransactions } from './history/answer-transactions.ts'
import { answerError } from './http/answer-error.ts'
import { allowOrigins, judgeOrigin } from './http/cors.ts'
import type { Handler } from './http/route.ts'
import { recordLimits, secureHeaders } from './http/secure-headers.ts'
import { answerListen } from './listen/answer-listen.ts'
import { answerLive } from './listen/answer-live.ts'
import { answerMutate } from './mutations/answer-mutate.ts'
import { answerDocuments } from './query/answer-documents.ts'
import { projectRoutes } from './projects/project-routes.ts'
import { answerQuery } from './query/answer-query.ts'
import { answerReferences } from './references/answer-references.ts'

/** The whole API of documents, below `/v1`, `/vX` or `/vYYYY-MM-DD`. */
const ROUTES = [
  // Reading. Anonymous readers get what is public.
  ['GET', '/data/query/:dataset', answerQuery],
  ['POST', '/data/query/:dataset', answerQuery],
  ['GET', '/data/doc/:dataset/:ids', answerDocuments],
  ['GET', '/data/export/:dataset', answerExport],
  ['GET', '/data/references/:dataset/documents/:id/to', answerReferences],
  ['GET', '/data/listen/:dataset', answerListen],
  ['GET', '/data/live/events/:dataset', answerLive],
  // Writing. Editors and administrators.
  ['POST', '/data/mutate/:dataset', answerMutate],
  ['POST', '/data/actions/:dataset', answerActions],
  // History. Everyone who is signed in.
  ['GET', '/data/history/:dataset/events/documents/:id', answerEvents],
  ['GET', '/data/history/:dataset/transactions/:ids', answerTransactions],
  ['GET', '/data/history/:dataset/documents/:ids', answerRevision],
  ['GET', '/check/cors', answerCors],
] as const satisfies readonly (readonly [string, string, Handler])[]

const VERSION = String.raw`/:version{v(?:1|X|\d{4}-\d{2}-\d{2})}`

/** Everything that the lake answers over HTTP. */
export function createApp(lake: LakeContext): Hono {
  const app = new Hono()
  const { access, assets, origin, log } = lake
  app.use(secureHeaders(lake))
  app.use(recordLimits(lake))
  app.use(allowOrigins(lake))
  for (const [method, path, handler] of ROUTES) {
    app.on(method, `${VERSION}${path}`, (c) => {
      checkDataset(c, lake)
      return handler(c, lake)
    })
  }
  app.route(VERSION, accountRoutes({ access, ...(origin !== undefined && { origin }) }))
  app.route(VERSION, projectRoutes(lake))
  app.route(VERSION, auditRoutes(lake))
  app.route(VERSION, assets.uploads)
  app.route('/', assets.files)
  app.notFound((c) => {
    log.warn({ method: c.req.method, path: c.req.path }, 'no such address')
    return answerError(
      httpError(404, `There is no ${c.req.method} ${c.req.path} in this lake`),
      c.req.raw,
      log,
    )
  })
  app.onError((error, c) => answerError(error, c.req.raw, log))
  return app
}

/** What an app answers, each address once. */
export function listRoutes({ routes }: Hono): string[] {
  const answered = routes.filter(({ method }) => method !== METHOD_NAME_ALL)
  return [...new Set(answered.map(({ method, path }) => `${method} ${path.replace(VERSION, '')}`))]
}

/** @throws LakeError 404 for another dataset than the one there is */
function checkDataset(c: Context, { dataset, projectId }: LakeContext): void {
  const asked = c.req.param('dataset')
  if (asked !== undefined && asked !== dataset) throw notFound(`Dataset "${asked}" of project "${projectId}"`)
}

function answerCors(c: Context, lake: LakeContext): Response {
  const claimed = c.req.header('origin')
  const result = claimed ? judgeOrigin(claimed, c.req.raw, lake) : { allowed: true, withCredentials: true }
  return c.json({ result })
}
