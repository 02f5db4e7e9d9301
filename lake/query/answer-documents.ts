import { hasPath, publishedId } from '../documents/document-id.ts'
import { identify, type Handler } from '../http/route.ts'

/**
 * `GET /data/doc/:dataset/:ids`: documents by id, whatever the perspective.
 * With `excludeContent=true` only their system fields; with `includeAllVersions=true` every version of each.
 */
export const answerDocuments: Handler = (c, lake) => {
  const identity = identify(c, lake)
  const source = lake.visibility.sourceFor(identity)
  const ids = [...new Set((c.req.param('ids') ?? '').split(',').filter((id) => id !== ''))]
  const found =
    c.req.query('includeAllVersions') === 'true'
      ? source.select({ bases: ids.map(publishedId) })
      : ids.flatMap((id) => source.get(id) ?? [])
  const documents =
    c.req.query('excludeContent') === 'true'
      ? found.map(({ _id, _type, _rev, _createdAt, _updatedAt }) => ({
          _id,
          _type,
          _rev,
          _createdAt,
          _updatedAt,
        }))
      : found
  const foundIds = new Set(found.map(({ _id }) => _id))
  const omitted = ids.flatMap((id) => {
    if (foundIds.has(id)) return []
    // Told from the id alone, so that nobody learns which hidden documents exist.
    const isForbidden = identity.role === 'anonymous' && hasPath(id)
    return { id, reason: isForbidden ? 'permission' : 'existence' }
  })
  return c.json({ documents, omitted })
}
