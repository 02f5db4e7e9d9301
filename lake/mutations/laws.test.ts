import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  dictionary,
  oneof,
  record,
  type Arbitrary,
} from 'fast-check'
import { expect, test } from 'vitest'
import { ANONYMOUS } from '../access/identity.ts'
import type { Action } from '../actions/action.ts'
import { performAction } from '../actions/perform-action.ts'
import { isDocument, withoutRevision, type LakeDocument } from '../documents/document.ts'
import { LakeError } from '../errors.ts'
import { rebuildStates } from '../history/past-states.ts'
import { createChangeFeed, type Committed } from '../listen/change-feed.ts'
import { apply } from '../mendoza/apply.ts'
import { openDatabase } from '../store/database.ts'
import { DATASET_MIGRATIONS } from '../store/dataset-schema.ts'
import { createDocumentStore } from '../store/documents.ts'
import { createTransactionStore } from '../store/transactions.ts'
import { createWriteQueue } from '../store/write-queue.ts'
import { createCommit } from './commit.ts'
import { createSearches } from './find-ids.ts'
import type { Mutation, PatchOperations } from './mutation.ts'
import { createTransact } from './transact.ts'

function createEngine() {
  const database = openDatabase(':memory:', DATASET_MIGRATIONS)
  const documents = createDocumentStore(database)
  const transactions = createTransactionStore(database)
  const queue = createWriteQueue(database, () => documents.forget())
  const feed = createChangeFeed(() => {})
  const heard: Committed[] = []
  feed.subscribe((committed) => void heard.push(committed))
  let time = Date.parse('2026-09-01T00:00:00Z')
  const now = () => new Date((time += 1_000))
  const transact = createTransact({ queue, documents, transactions, feed, now, authorize: () => null })
  const searchesOf = createSearches({
    projectId: 'local',
    dataset: 'production',
    now,
    documents,
    sequence: () => transactions.last()?.sequence ?? 0,
    search: async () => null,
  })
  const commit = createCommit({ transact, searchesOf, look: (id) => documents.get(id) ?? null })
  /** Everything that is stored, past the cache. */
  const rows = (sql: string) => database.prepare(sql).all()
  const dump = () => ({
    documents: rows(
      'SELECT id, type, base, state, rev, created_at, updated_at, body FROM document ORDER BY id',
    ),
    references: rows('SELECT source, target, weak, path FROM reference ORDER BY source, path'),
    log: rows('SELECT * FROM committed JOIN change USING (sequence) ORDER BY sequence, position'),
  })
  return { documents, transactions, transact, commit, heard, dump }
}

type Engine = ReturnType<typeof createEngine>
type Request = { mutations: Mutation[] } | { actions: Action[] }

/** Performs a request; one that is refused is told by false. */
async function perform(engine: Engine, request: Request, transactionId?: string): Promise<boolean> {
  try {
    if ('mutations' in request) await engine.commit(request.mutations, ANONYMOUS, { transactionId })
    else
      await engine.transact(
        { kind: 'actionError', steps: request.actions, perform: performAction },
        ANONYMOUS,
        { transactionId },
      )
    return true
  } catch (error) {
    if (error instanceof LakeError && error.status < 500) return false
    throw error
  }
}

const base = constantFrom('a', 'b', 'c')
const id = oneof(
  base,
  base.map((name) => `drafts.${name}`),
)
const text = constantFrom(
  'наставник',
  'наставники',
  'ученик 😀',
  '',
  'план наставника на год',
  'план ученика на год',
)
const reference = record({ _ref: base, _weak: boolean() }, { requiredKeys: ['_ref'] })
const item = record({ _key: constantFrom('k1', 'k2', 'k3'), text })
const fields = dictionary(
  constantFrom('title', 'to', 'list', 'ж'),
  oneof(text, reference, array(item, { maxLength: 3 }), constant(null)),
)
const stub = record({ _id: id, _type: constantFrom('page', 'post') }).chain((head) =>
  fields.map((rest) => ({ ...rest, ...head })),
)
const operations: Arbitrary<PatchOperations> = oneof(
  fields.map((set) => ({ set })),
  constant<PatchOperations>({ unset: ['list[_key=="k1"]', 'to'] }),
  constant<PatchOperations>({ unset: ['_empty_action_guard_pseudo_field_'] }),
  item.map((one) => ({ setIfMissing: { list: [] }, insert: { before: 'list[0]', items: [one] } })),
  text.map((value) => ({ set: { 'list[_key=="k2"].text': value }, inc: { n: 1 } })),
  constant<PatchOperations>({ set: { 'a b': 1 } }),
)
const mutation: Arbitrary<Mutation> = oneof(
  stub.map((create) => ({ create })),
  stub.map((createIfNotExists) => ({ createIfNotExists })),
  stub.map((createOrReplace) => ({ createOrReplace })),
  id.map((target) => ({ delete: { id: target } })),
  record({ target: id, operations }).map(({ target, operations: rest }) => ({
    patch: { id: target, ...rest },
  })),
  operations.map((rest) => ({ patch: { query: '*[_type == "page"]', ...rest } })),
)
const action: Arbitrary<Action> = record({
  publishedId: base,
  patch: operations,
  kind: constantFrom(0, 1, 2, 3, 4),
}).map(({ publishedId, patch, kind }): Action => {
  const draftId = `drafts.${publishedId}`
  if (kind === 0) return { actionType: 'sanity.action.document.publish', publishedId, draftId }
  if (kind === 1) return { actionType: 'sanity.action.document.unpublish', publishedId, draftId }
  if (kind === 2) return { actionType: 'sanity.action.document.discard', draftId, purge: false }
  if (kind === 3) {
    return {
      actionType: 'sanity.action.document.delete',
      publishedId,
      includeDrafts: [draftId],
      purge: false,
    }
  }
  return { actionType: 'sanity.action.document.edit', publishedId, draftId, patch }
})
const request: Arbitrary<Request> = oneof(
  array(mutation, { minLength: 1, maxLength: 4 }).map((mutations) => ({ mutations })),
  array(action, { minLength: 1, maxLength: 3 }).map((actions) => ({ actions })),
)
const requests = array(request, { maxLength: 25 })

const byId = (documents: readonly LakeDocument[]) =>
  new Map(documents.map((document) => [document._id, document]))

test('law: a request that is refused changes nothing', async () => {
  const outcomes = new Set<boolean>()
  await assert(
    asyncProperty(requests, async (list) => {
      const engine = createEngine()
      for (const one of list) {
        const before = engine.dump()
        const heardBefore = engine.heard.length
        const isDone = await perform(engine, one)
        outcomes.add(isDone)
        if (isDone) continue
        expect(engine.dump()).toEqual(before)
        expect(engine.heard).toHaveLength(heardBefore)
      }
    }),
    { numRuns: 60 },
  )
  expect(outcomes).toEqual(new Set([true, false]))
})

test('law: replaying the log gives the documents; what is cached is what is stored', async () => {
  await assert(
    asyncProperty(requests, async (list) => {
      const engine = createEngine()
      for (const one of list) await perform(engine, one)
      const replayed = new Map<string, unknown>()
      for (const { documentId, effects, resultRev } of engine.transactions
        .list({})
        .flatMap(({ changes }) => changes)) {
        const before = replayed.get(documentId)
        const after = apply(isDocument(before) ? withoutRevision(before) : null, effects.apply)
        if (after) replayed.set(documentId, { ...after, _rev: resultRev })
        else replayed.delete(documentId)
      }
      expect(replayed).toEqual(byId(engine.documents.select({})))
      const cached = engine.documents.select({})
      engine.documents.forget()
      expect(engine.documents.select({})).toEqual(cached)
    }),
    { numRuns: 100 },
  )
})

test('law: listeners hear every transaction, in the order of the log, with the states that history rebuilds', async () => {
  await assert(
    asyncProperty(requests, async (list) => {
      const engine = createEngine()
      for (const one of list) await perform(engine, one)
      const log = engine.transactions.list({})
      expect(engine.heard.map(({ states: _states, ...transaction }) => transaction)).toEqual(log)
      expect(engine.heard.map(({ states }) => states)).toEqual(
        rebuildStates(log, (name) => engine.documents.get(name)),
      )
    }),
    { numRuns: 100 },
  )
})

test('law: no document refers strongly to one that is not there', async () => {
  await assert(
    asyncProperty(requests, async (list) => {
      const engine = createEngine()
      for (const one of list) await perform(engine, one)
      const { references, documents } = engine.dump()
      const ids = new Set(documents.map((row) => row['id']))
      const broken = references.filter(({ weak, target }) => weak === 0 && !ids.has(target ?? ''))
      expect(broken).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('law: requests sent at once do what they do one after another', async () => {
  await assert(
    asyncProperty(requests, async (list) => {
      const [together, inTurn] = [createEngine(), createEngine()]
      const outcomes = await Promise.all(list.map((one, n) => perform(together, one, `t${n}`)))
      const expected: boolean[] = []
      for (const [n, one] of list.entries()) expected.push(await perform(inTurn, one, `t${n}`))
      expect(outcomes).toEqual(expected)
      expect(together.dump()).toEqual(inTurn.dump())
      expect(together.heard).toEqual(inTurn.heard)
    }),
    { numRuns: 100 },
  )
})
