import type { Context } from 'hono'
import type { Identity } from '../access/identity.ts'
import type { LakeContext } from '../context.ts'
import type { LakeDocument } from '../documents/document.ts'
import { addressOf } from '../http/client-address.ts'
import { identify, type Handler } from '../http/route.ts'
import { streamLines } from '../http/stream-lines.ts'

const PAGE_SIZE = 1_000

/**
 * `GET /data/export/:dataset`: every document that the reader can see, one JSON a line; `types=a,b` chooses.
 * With `nextCursor`, empty at first, a page of them, and a last line that tells where the next page begins.
 * differs: to who is signed in, the addresses of assets come with a signature, as the official exporter loads assets
 * without its token.
 */
export const answerExport: Handler = (c, lake) => {
  const identity = identify(c, lake)
  recordExport(c, identity, lake)
  const types = c.req.query('types')?.split(',')
  const all = lake.visibility.sourceFor(identity).select(types ? { types } : {})
  const { documents, cursor } = choosePage(c, all)
  const isPublic = identity.role === 'anonymous'
  return streamLines([
    ...(isPublic ? documents : documents.map((document) => signAsset(document, lake))),
    ...cursor,
  ])
}

/** Once for an export, however many pages it has, and whichever of them is asked for first. */
function recordExport(c: Context, { id, name, kind }: Identity, { audit }: LakeContext): void {
  if (kind === 'anonymous') return
  const types = c.req.query('types')
  const isContinued = c.req.query('nextCursor') !== undefined
  audit[isContinued ? 'recordRarely' : 'recordReading']({
    kind: 'exported',
    actor: { id, name },
    address: addressOf(c.req.raw),
    details: types === undefined ? {} : { types },
  })
}

function choosePage(
  c: Context,
  all: LakeDocument[],
): { documents: LakeDocument[]; cursor: { nextCursor: string }[] } {
  const after = c.req.query('nextCursor')
  if (after === undefined) return { documents: all, cursor: [] }
  const rest = all.filter(({ _id }) => _id > after)
  const documents = rest.slice(0, PAGE_SIZE)
  const last = documents.at(-1)
  return { documents, cursor: last && rest.length > documents.length ? [{ nextCursor: last._id }] : [] }
}

function signAsset(document: LakeDocument, { assets }: LakeContext): LakeDocument {
  const { _type, url } = document
  if (!/^sanity\.(image|file)Asset$/.test(_type) || typeof url !== 'string') return document
  return { ...document, url: assets.signAddress(url) }
}
