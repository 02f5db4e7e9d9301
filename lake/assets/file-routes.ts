import { hash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Accounts } from '../access/accounts.ts'
import type { LakeContext } from '../context.ts'
import type { LakeDocument } from '../documents/document.ts'
import { httpError, notFound } from '../errors.ts'
import { GateFullError, type Gate } from '../limits/gate.ts'
import type { AssetFolder } from './asset-folder.ts'
import { assetId, readAssetFileName, type AssetKind, type AssetName } from './asset-name.ts'
import { describeDelivery, type Audience } from './delivery-headers.ts'
import { chooseFormat } from './choose-format.ts'
import type { ImageCache } from './image-cache.ts'
import { isPubliclyReferenced, type AddressSigner } from './may-read-asset.ts'
import { planTransform } from './plan-transform.ts'
import { renderImage } from './render-image.ts'
import { serveFile } from './serve-file.ts'
import { readTransformQuery, type TransformQuery } from './transform-query.ts'

export interface FileRoutesDeps extends Pick<
  LakeContext,
  'projectId' | 'dataset' | 'documents' | 'visibility'
> {
  accounts: Pick<Accounts, 'identifyLeniently'>
  folder: AssetFolder
  cache: ImageCache
  gate: Gate
  signer: AddressSigner
}

type ImageName = Extract<AssetName, { kind: 'image' }>

/**
 * `GET /images/:project/:dataset/:file` and `GET /files/:project/:dataset/:file`. Mount at the root.
 * Whoever may not have an asset learns as little as if it did not exist.
 */
export function fileRoutes(deps: FileRoutesDeps): Hono {
  const routes = new Hono()
  routes.get('/images/:project/:dataset/:file', (c) => serveAsset(c, 'image', deps))
  routes.get('/files/:project/:dataset/:file', (c) => serveAsset(c, 'file', deps))
  return routes
}

async function serveAsset(c: Context, kind: AssetKind, deps: FileRoutesDeps): Promise<Response> {
  const name = readAssetFileName(kind, c.req.param('file') ?? '')
  const own = c.req.param('project') === deps.projectId && c.req.param('dataset') === deps.dataset
  const document = name && own ? deps.documents.get(assetId(name)) : undefined
  const audience = document ? findAudience(c.req.raw, document, deps) : null
  const answer =
    name && document && audience
      ? await deliver(c, name, document, audience, deps).catch(refuseWhenFull)
      : null
  if (answer === null) throw notFound(`Asset ${c.req.path}`)
  return answer
}

/** Who asks, as far as it matters; null when it is somebody who may not have the asset. */
function findAudience(request: Request, document: LakeDocument, deps: FileRoutesDeps): Audience | null {
  // A session that has ended must not take public pictures away: its browser is a stranger's.
  const identity = deps.accounts.identifyLeniently(request)
  if (identity.kind !== 'anonymous' && deps.visibility.show(document, identity)) return 'signed-in'
  if (deps.signer.verify(new URL(request.url))) return 'signed-in'
  return isPubliclyReferenced(document._id, deps) ? 'public' : null
}

async function deliver(
  c: Context,
  name: AssetName,
  document: LakeDocument,
  audience: Audience,
  deps: FileRoutesDeps,
): Promise<Response | null> {
  const query = name.kind === 'image' && name.extension !== 'svg' ? readTransformQuery(c.req.query()) : null
  const original = { path: deps.folder.path(name), tag: name.sha1, extension: name.extension }
  const file =
    query && name.kind === 'image'
      ? await transform(name, query, c.req.header('accept') ?? '', deps)
      : original
  const headers = describeDelivery({
    extension: file.extension,
    mimeType: file === original ? document['mimeType'] : undefined,
    originalFilename: document['originalFilename'],
    download: c.req.query('dl'),
    audience,
    varies: query?.autoFormat ?? false,
  })
  return serveFile(c.req.raw, { path: file.path, tag: file.tag, headers })
}

async function transform(name: ImageName, query: TransformQuery, accept: string, deps: FileRoutesDeps) {
  const format = chooseFormat(query, name.extension, accept)
  const plan = planTransform(query, name)
  const { quality, progressive, background, flip } = query
  const output = { format, quality, progressive, background, flip }
  const tag = hash('sha256', JSON.stringify([assetId(name), plan, output])).slice(0, 40)
  const path = await deps.cache.find(`${tag}.${format}`, () =>
    deps.gate.run(() => renderImage(deps.folder.path(name), plan, output)),
  )
  return { path, tag, extension: format }
}

function refuseWhenFull(error: unknown): never {
  if (error instanceof GateFullError)
    throw httpError(429, 'Too many images are being made: try again in a minute')
  throw error
}
