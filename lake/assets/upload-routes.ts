import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Accounts } from '../access/accounts.ts'
import { hasRole } from '../access/identity.ts'
import { forbidden, httpError, invalidRequest, notFound, unauthorized } from '../errors.ts'
import { GateFullError } from '../limits/gate.ts'
import type { AssetKind } from './asset-name.ts'
import { cleanFileName } from './file-name.ts'
import { uploadAsset, type AssetDescription, type UploadDeps } from './upload-asset.ts'
import { uploadTooLarge } from './upload-error.ts'

export interface UploadRoutesDeps extends UploadDeps {
  accounts: Pick<Accounts, 'identify'>
  origin?: string
}

const text = z.string().max(2_000).optional()

const uploadQuery = z.object({
  filename: z.string().max(1_000).optional(),
  label: text,
  title: text,
  description: text,
  creditLine: text,
  sourceId: text,
  sourceName: text,
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
})

/** `POST /assets/images/:dataset` and `POST /assets/files/:dataset`: the body is the file. Mount below `/v…`. */
export function uploadRoutes(deps: UploadRoutesDeps): Hono {
  const routes = new Hono()
  routes.post('/assets/images/:dataset', (c) => upload(c, 'image', deps))
  routes.post('/assets/files/:dataset', (c) => upload(c, 'file', deps))
  return routes
}

async function upload(c: Context, kind: AssetKind, deps: UploadRoutesDeps): Promise<Response> {
  const identity = deps.accounts.identify(c.req.raw)
  if (identity.kind === 'anonymous') throw unauthorized()
  if (!hasRole(identity, 'editor')) throw forbidden('Uploading needs the role editor')
  if (c.req.param('dataset') !== deps.dataset) throw notFound(`Dataset "${c.req.param('dataset')}"`)
  if (Number(c.req.header('content-length') ?? 0) > deps.limits[kind]) throw uploadTooLarge(deps.limits[kind])

  const origin = deps.origin ?? new URL(c.req.url).origin
  const description = readDescription(c)
  const document = await uploadAsset(
    { kind, body: c.req.raw.body, description, identity, origin },
    deps,
  ).catch(refuseWhenFull)
  return c.json({ document })
}

function readDescription(c: Context): AssetDescription {
  const query = uploadQuery.safeParse(c.req.query())
  if (!query.success) throw invalidRequest(z.prettifyError(query.error))
  const { filename, sourceId, sourceName, sourceUrl, ...told } = query.data
  const originalFilename = cleanFileName(filename ?? '')
  return {
    ...(originalFilename ? { originalFilename } : {}),
    ...told,
    ...(sourceId ? { source: { id: sourceId, name: sourceName, url: sourceUrl } } : {}),
  }
}

function refuseWhenFull(error: unknown): never {
  if (error instanceof GateFullError) {
    throw httpError(429, 'Сейчас обрабатывается слишком много картинок. Повторите через минуту.', {})
  }
  throw error
}
