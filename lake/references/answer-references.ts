import { findReferences } from '../documents/references.ts'
import { identify, type Handler } from '../http/route.ts'

/**
 * `GET /data/references/:dataset/documents/:id/to`: what refers to a document.
 * differs: there are no references from other datasets, so `excludeInternalReferences=true` leaves nothing.
 */
export const answerReferences: Handler = (c, lake) => {
  const source = lake.visibility.sourceFor(identify(c, lake))
  const id = c.req.param('id') ?? ''
  const internal = c.req.query('excludeInternalReferences') !== 'true'
  const withPaths = c.req.query('excludePaths') !== 'true'
  const references = (internal ? source.select({ refersTo: [id] }) : []).flatMap((document) => {
    // Looked for again in what the reader can see: a hidden field may be all that refers.
    const paths = findReferences(document).flatMap(({ target, path }) => (target === id ? path : []))
    if (paths.length === 0) return []
    return { documentId: document._id, documentType: document._type, ...(withPaths && { paths }) }
  })
  return c.json({ totalCount: references.length, references })
}
