import {
  array,
  assert,
  constantFrom,
  oneof,
  property,
  record,
  tuple,
  uniqueArray,
  constant,
  type Arbitrary,
} from 'fast-check'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { DATASET_MIGRATIONS } from '../store/dataset-schema.ts'
import { createDocumentStore, type DocumentStore } from '../store/documents.ts'
import { evaluateNow, parseQuery, type EvaluationContext } from './groq.ts'
import { findNode } from './groq-node.ts'
import { applyPerspective, type Perspective } from './perspective.ts'
import { planQuery } from './plan.ts'

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

/** What the query gives when every document is looked at. */
function runPlainly(
  query: string,
  params: Record<string, unknown>,
  store: DocumentStore,
  perspective: Perspective,
) {
  const source = applyPerspective(store, perspective)
  const dereference = ({ _ref }: { _ref: string }) => source.get(_ref)
  return evaluateNow(parseQuery(query, params), { ...setting, documents: source.select({}), dereference })
}

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

const id = constantFrom('a', 'b', 'c', 'd', 'e')
const type = constantFrom('page', 'post', 'person')
const reference = oneof(record({ _ref: id }), constant(null), id, constant({ deep: { _ref: 'a' } }))
const stored: Arbitrary<LakeDocument> = tuple(
  constantFrom('', 'drafts.'),
  id,
  type,
  record(
    {
      to: reference,
      list: array(reference, { maxLength: 3 }),
      n: constantFrom(1, 2, null),
      slug: oneof(
        record({ current: oneof(id, constant(5), constant(null)) }),
        constant('a'),
        constant([{ current: 'a' }]),
      ),
      ids: array(oneof(id, constant(5)), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
).map(([prefix, name, kind, fields]) =>
  // As the store gives them: plain objects.
  createDocument(prefix + name, kind, JSON.parse(JSON.stringify(fields))),
)

const leaf = constantFrom(
  '_type == "page"',
  '"post" == _type',
  '_type in ["page", "person"]',
  '_type in $types',
  '_id == "a"',
  '_id == $id',
  '_id in $ids',
  '_id in ["a", "drafts.b", 5]',
  'references("a")',
  'references($ids)',
  'references("b", $ids)',
  'to._ref == "b"',
  '"c" == to._ref',
  '"a" in list[]._ref',
  'to._ref in $ids',
  'to.deep._ref == "a"',
  'n == 1',
  'slug.current == "a"',
  '"b" == slug.current',
  'slug.current == $id',
  'slug.current in $ids',
  'slug.current in ["a", null, 5]',
  'slug.current == null',
  'slug.current == 5',
  'slug.current == _id',
  'to._ref in ["b", null]',
  'to._ref in $nulls',
  'defined(to)',
  '_id in path("drafts.**")',
  'sanity::versionOf("b")',
  'to->_type == "page"',
  'list[]._ref == "a"',
  '_type == null',
  '_id == n',
  'references(ids)',
  '_ref == "a"',
)
const inner = constantFrom(
  'references(^._id)',
  'references(^.ids)',
  'references(^.list[]._ref)',
  '_id == ^.to._ref',
  '_id in ^.list[]._ref',
  '_id in ^.ids',
  'to._ref == ^._id',
  '^._id in list[]._ref',
  'references(^.missing)',
  '_id == ^.to->to._ref',
  '_type == ^._type',
  '_id != ^._id',
  'references(^.^._id)',
  'n == ^.n',
)
const filterOf = (part: Arbitrary<string>): Arbitrary<string> =>
  oneof(
    part,
    tuple(part, part).map(([one, other]) => `${one} && ${other}`),
    tuple(part, part).map(([one, other]) => `(${one}) || ${other}`),
    part.map((one) => `!(${one})`),
    tuple(part, part, part).map(([one, other, third]) => `(${one} || ${other}) && ${third}`),
  )
const queryText = tuple(
  filterOf(leaf),
  filterOf(oneof(leaf, inner)),
  constantFrom(0, 1, 2, 3, 4, 5, 6, 7),
).map(
  ([outer, nested, shape]) =>
    [
      `*[${outer}]`,
      `count(*[${outer}])`,
      `*[${outer}] | order(n desc, _id)[0...2]{_id, "to": to->{_id, "back": *[${nested}]._id}}`,
      `*[${outer}]{_id, "sub": *[${nested}]{_id, "deep": *[${nested}]._id}}`,
      `*[${outer}]{"n": count(*[${nested}]), ...select(count(*[${nested}]) > 1 => {"many": true})}`,
      `*[${outer}][${nested}]._id`,
      `{"a": *[${outer}][0], "b": *[_type == "page"]{"list": list[]{"x": @->_id, "y": *[${nested}]._id}}}`,
      `*[${outer}] | score(n == 1, ${nested}) {_id, _score}`,
    ][shape] ?? '*',
)

test('law: the planned result is the plain result', () => {
  assert(
    property(
      uniqueArray(stored, { selector: ({ _id }) => _id, maxLength: 9 }),
      queryText,
      uniqueArray(id, { maxLength: 3 }),
      constantFrom('raw', 'published', 'drafts'),
      (documents, query, ids, perspective) => {
        const store = createStore(documents)
        const params = { ids, id: ids[0] ?? 'e', types: ['page'], nulls: [...ids, null] }
        expect(runPlanned(query, params, store, perspective)).toEqual(
          runPlainly(query, params, store, perspective),
        )
      },
    ),
    { numRuns: 2_000 },
  )
})
