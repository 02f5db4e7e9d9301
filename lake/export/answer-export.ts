import type { LakeContext } from '../context.ts'
import type { LakeDocument } from '../documents/document.ts'
import { identify, type Handler } from '../http/route.ts'
import { streamLines } from '../http/stream-lines.ts'

/**
 * `GET /data/export/:dataset`: every document that the reader can see, one JSON a line; `types=a,b` chooses.
 * Differs: to who is signed in, the addresses of assets come with a signature, as the official exporter loads assets
 * without its token.
 */
export const answerExport: Handler = (c, lake) => {
  const identity = identify(c, lake)
  const types = c.req.query('types')?.split(',')
  const documents = lake.visibility.sourceFor(identity).select(types ? { types } : {})
  if (identity.role === 'anonymous') return streamLines(documents)
  return streamLines(documents.map((document) => signAsset(document, lake)))
}

function signAsset(document: LakeDocument, { assets }: LakeContext): LakeDocument {
  const { _type, url } = document
  if (!/^sanity\.(image|file)Asset$/.test(_type) || typeof url !== 'string') return document
  return { ...document, url: assets.signAddress(url) }
}
