import type { Context } from 'hono'
import { readsEverything } from '../access/identity.ts'
import type { LakeContext } from '../context.ts'
import { invalidRequest } from '../errors.ts'
import { readTime } from './read-time.ts'
import { identifyReader, type Handler } from '../http/route.ts'
import { streamLines } from '../http/stream-lines.ts'
import type { CommittedTransaction } from '../store/transactions.ts'
import { createToldHistory } from './told-history.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1_000

/**
 * `GET /data/history/:dataset/transactions/:ids`: what was done to documents, one transaction a line.
 * `fromTransaction` and `toTransaction` are both included.
 * @see https://www.sanity.io/docs/http-reference/history
 */
export const answerTransactions: Handler = (c, lake) => {
  const identity = identifyReader(c, lake)
  const ids = c.req.param('ids')?.split(',') ?? []
  const withMutations = c.req.query('excludeMutations') !== 'true' && c.req.query('excludeContent') !== 'true'
  const withEffects = c.req.query('effectFormat') === 'mendoza'
  const transactions = lake.transactions.list({
    documentIds: ids,
    // Who does not see everything is told of the named documents only.
    withOthers: readsEverything(identity) && c.req.query('includeIdentifiedDocumentsOnly') !== 'true',
    after: placeOf(c, 'fromTransaction', lake, 1) - 1,
    until: placeOf(c, 'toTransaction', lake, Number.MAX_SAFE_INTEGER),
    since: readTime(c, 'fromTime'),
    before: readTime(c, 'toTime'),
    authors: c.req.query('authors')?.split(','),
    order: c.req.query('reverse') === 'true' ? 'descending' : 'ascending',
    limit: readLimit(c),
  })
  const isTold = createToldHistory(ids, identity, lake)
  const told = transactions.flatMap((transaction) => {
    const changes = transaction.changes.filter(({ documentId }) =>
      isTold({ sequence: transaction.sequence, documentId }),
    )
    return changes.length > 0 ? { ...transaction, changes } : []
  })
  return streamLines(told.map((transaction) => describe(transaction, withMutations, withEffects)))
}

function describe(
  { id, timestamp, author, changes }: CommittedTransaction,
  withMutations: boolean,
  withEffects: boolean,
) {
  return {
    id,
    timestamp,
    author,
    documentIDs: changes.map(({ documentId }) => documentId),
    ...(withMutations && { mutations: changes.flatMap(({ mutations }) => mutations) }),
    ...(withEffects && {
      effects: Object.fromEntries(changes.map(({ documentId, effects }) => [documentId, effects])),
    }),
  }
}

/** An empty parameter counts as missing: the Studio sends it so for "from the beginning". */
function placeOf(c: Context, name: string, { transactions }: LakeContext, otherwise: number): number {
  const id = c.req.query(name)
  if (id === undefined || id === '') return otherwise
  const sequence = transactions.sequenceOf(id)
  if (sequence === undefined) throw invalidRequest(`${name}: there is no transaction "${id}"`)
  return sequence
}

function readLimit(c: Context): number {
  const limit = Number(c.req.query('limit') ?? DEFAULT_LIMIT)
  if (!Number.isInteger(limit) || limit < 1) throw invalidRequest('"limit" must be a whole number above 0')
  return Math.min(limit, MAX_LIMIT)
}
