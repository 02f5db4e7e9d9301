import type { Context } from 'hono'
import type { LakeContext } from '../context.ts'
import type { LakeDocument } from '../documents/document.ts'
import { identifyReader, type Handler } from '../http/route.ts'
import { findAt, findLast, findRevision } from './find-revision.ts'
import { readTime } from './read-time.ts'

/**
 * `GET /data/history/:dataset/documents/:ids`: documents as they were at `revision`, at `time` (ISO 8601), or, with
 * `lastRevision=true`, as they last were. Those that did not exist then are left out.
 * A draft asked for alone at a revision that its published document has, and it has not, is answered with the
 * published document: the Studio asks so for what was published without a draft.
 * Revisions that the reader does not see whole are left out, as if they had not been.
 */
export const answerRevision: Handler = (c, lake) => {
  const identity = identifyReader(c, lake)
  const ids = (c.req.param('ids') ?? '').split(',')
  const find = chooseRevision(c, lake, ids)
  const found = ids.flatMap((id) => find(id) ?? [])
  return c.json({ documents: found.filter((document) => lake.visibility.seesWhole(document, identity)) })
}

function chooseRevision(
  c: Context,
  lake: LakeContext,
  ids: readonly string[],
): (id: string) => LakeDocument | null {
  const { revision, lastRevision } = c.req.query()
  if (lastRevision === 'true') return (id) => findLast(id, lake)
  if (revision) {
    const sequence = lake.transactions.sequenceOf(revision)
    if (sequence === undefined) return () => null
    return ids.length === 1
      ? (id) => findRevision(id, revision, sequence, lake)
      : (id) => findAt(id, sequence, lake)
  }
  const sequence = lake.transactions.sequenceAt(readTime(c, 'time') ?? lake.now().toISOString())
  return (id) => findAt(id, sequence, lake)
}
