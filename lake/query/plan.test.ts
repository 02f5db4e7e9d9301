import { array, assert, property } from 'fast-check'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { DATASET_MIGRATIONS } from '../store/dataset-schema.ts'
import { createDocumentStore, type DocumentStore } from '../store/documents.ts'
import { evaluateNow, parseQuery, type EvaluationContext } from './groq.ts'
import { findNode } from './groq-node.ts'
import { applyPerspective, type Perspective } from './perspective.ts'
import { planQuery } from './plan.ts'
import { answerTwice, createLawBench } from './query-law.ts'
import { randomDataset } from './random-documents.ts'
import { randomQuestion } from './random-questions.ts'

function createStore(documents: readonly LakeDocument[]): DocumentStore {
  const database = new DatabaseSync(':memory:')
  for (const script of DATASET_MIGRATIONS) database.exec(script)
  const store = createDocumentStore(database)
  for (const document of documents) store.put(document)
  return store
}

function createDocument(_id: string, _type: string, fields: Record<string, unknown> = {}): LakeDocument {
  const time = '2026-01-01T00:00:00Z'
  return { _id, _type, _rev: 'r', _createdAt: time, _updatedAt: time, ...fields }
}

const setting = {
  projectId: 'local',
  dataset: 'production',
  identity: 'me',
  now: new Date('2026-09-01T00:00:00Z'),
} satisfies Partial<EvaluationContext>

/** What the query gives when it is planned. */
function runPlanned(
  query: string,
  params: Record<string, unknown>,
  store: DocumentStore,
  perspective: Perspective,
) {
  const { tree, documents, dereference } = planQuery(
    parseQuery(query, params),
    applyPerspective(store, perspective),
  )
  return evaluateNow(tree, { ...setting, documents, dereference })
}

const pages = createStore([
  createDocument('a', 'page', { to: { _ref: 'b' } }),
  createDocument('b', 'post', { list: [{ _ref: 'a' }, { _ref: 'c' }] }),
  createDocument('c', 'page', { slug: { current: 'see' } }),
])

test.each([
  { query: '*[_type == "page"]', looked: ['a', 'c'] },
  { query: '*["page" == _type && title match "x"]', looked: ['a', 'c'] },
  { query: '*[_id == $id]', looked: ['b'] },
  { query: '*[_id in $ids][0]', looked: ['a', 'c'] },
  { query: '*[_type in ["post", "none"]] | order(title)', looked: ['b'] },
  { query: '*[_type == "page" && references($id)]', looked: ['a'] },
  { query: '*[references("a", "b")]', looked: ['a', 'b'] },
  { query: '*[to._ref == "b"]', looked: ['a'] },
  { query: '*["c" in list[]._ref]', looked: ['b'] },
  { query: '*[slug.current == "see"][0]', looked: ['c'] },
  { query: '*[_type == "page" && slug.current in ["see", "other"]]', looked: ['c'] },
  { query: '*[_id == "a" || _type == "post"]', looked: ['a', 'b'] },
  { query: '*[sanity::versionOf("c")]', looked: ['c'] },
  { query: '*[(_type == "page") && !(_id in path("drafts.**"))]', looked: ['a', 'c'] },
])('an index answers $query', ({ query, looked }) => {
  const { tree, documents } = planQuery(parseQuery(query, { id: 'b', ids: ['a', 'c'] }), pages)
  expect(documents).toEqual([])
  const given = findNode(
    tree,
    ({ type, value }) => type === 'Value' && Array.isArray(value) && isRecord(value[0]),
  )
  expect(given?.['value']).toMatchObject(looked.map((_id) => ({ _id })))
})

test.each([
  '*',
  '*[title == "x"]',
  '*[_id == "a" || title == "x"]',
  '*[!(_type == "page")]',
  'count(*[defined(to)])',
])('all documents are looked at for %s', (query) => {
  expect(planQuery(parseQuery(query, {}), pages).documents).toHaveLength(3)
})

test('a filter within a projection looks up what refers to the document around it', () => {
  const query = '*[_type == "page"]{_id, "from": *[references(^._id)]._id, "to": *[_id == ^.to._ref]._id}'
  expect(planQuery(parseQuery(query, {}), pages).documents).toEqual([])
  expect(runPlanned(query, {}, pages, 'raw')).toEqual([
    { _id: 'a', from: ['b'], to: ['b'] },
    { _id: 'c', from: ['b'], to: [] },
  ])
})

test('law: the planned result is the plain result', () => {
  const bench = createLawBench()
  try {
    assert(
      property(
        randomDataset,
        array(randomQuestion, { minLength: 1, maxLength: 60, size: 'max' }),
        (dataset, questions) => {
          const reader = bench.open(dataset)
          for (const question of questions) {
            const { planned, plain } = answerTwice(reader, question)
            expect({ question, result: planned }).toEqual({ question, result: plain })
          }
        },
      ),
      { numRuns: 100 },
    )
  } finally {
    bench.close()
  }
})
