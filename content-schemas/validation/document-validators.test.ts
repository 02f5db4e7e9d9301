import { expect, test } from 'vitest'
import { CONTENT_DOCUMENT_TYPES } from '../documents/content-document-types.ts'
import type { LakeDocument } from '../documents/content-document.ts'
import { toPublicDocument } from '../privacy/public-document.ts'
import { asset, reference, samples } from './sample-documents.ts'
import { contentSchema } from './content-schema.ts'
import {
  documentValidators,
  draftValidators,
  findDocumentProblems,
  isContentDocument,
} from './document-validators.ts'

const byId = new Map<string, LakeDocument>(samples.map((sample) => [sample._id, sample]))
const sample = (id: string): LakeDocument => byId.get(id) ?? { _id: id, _type: 'missing' }

test('there is a sample, a validator and a declaration for every type', () => {
  const types = [...CONTENT_DOCUMENT_TYPES].toSorted()
  const declared = contentSchema.flatMap((each) => (each.type === 'document' ? each.name : []))
  expect(samples.map(({ _type }) => _type).toSorted()).toEqual(types)
  expect(Object.keys(documentValidators).toSorted()).toEqual(types)
  expect([...draftValidators.keys()].toSorted()).toEqual(types)
  expect(declared.filter((name) => !name.startsWith('sanity.')).toSorted()).toEqual(types)
})

test.each(samples)('a whole $_type keeps to the schema, before and after the privacy filter', (document) => {
  expect(findDocumentProblems(document)).toEqual([])
  expect(isContentDocument(document)).toBe(true)
  const shown = toPublicDocument(document, { get: (id) => byId.get(id), today: '2026-11-21' })
  expect(shown === null ? [] : findDocumentProblems(shown)).toEqual([])
  const hidden = toPublicDocument(document, { get: () => undefined, today: '2026-11-21' })
  expect(hidden === null ? [] : findDocumentProblems(hidden)).toEqual([])
})

test.each<[string, LakeDocument, string, RegExp]>([
  ['no title', { ...sample('practice'), title: undefined }, 'title', /Заполните/],
  ['a title that is no text', { ...sample('practice'), title: 5 }, 'title', /строка|string/],
  ['null for a title', { ...sample('practice'), title: null }, 'title', /./],
  ['a form nobody knows', { ...sample('practice'), form: 'cat-dog' }, 'form', /вариант/],
  [
    'a picture without words',
    { ...sample('practice'), image: { _type: 'image', asset } },
    'image.alt',
    /Заполните/,
  ],
  [
    'a block of an unknown kind',
    { ...sample('practice'), body: [{ _type: 'video', _key: 'v' }] },
    'body.0._type',
    /./,
  ],
  [
    'a picture of the text without an asset',
    { ...sample('practice'), body: [{ _type: 'image', _key: 'v', alt: 'Урок' }] },
    'body.0.asset',
    /Заполните/,
  ],
  [
    'a reference without its id',
    { ...sample('news'), roadmap: { _type: 'reference' } },
    'roadmap._ref',
    /Заполните/,
  ],
  [
    'a score in words',
    {
      ...sample('practice'),
      review: [{ _type: 'reviewScore', _key: 'r', criterion: 'uniqueness', score: 'семь' }],
    },
    'review.0.score',
    /число/,
  ],
  [
    'an item without a key',
    { ...sample('practice'), authors: [reference('person')] },
    'authors.0._key',
    /Заполните/,
  ],
  [
    'a deep deadline of an unknown kind',
    {
      ...sample('plan'),
      stages: [
        {
          _type: 'stage',
          _key: 's',
          activities: [
            {
              _type: 'activity',
              _key: 'a',
              text: 'т',
              deadlines: [{ _type: 'deadline', _key: 'd', verbatim: 'скоро', kind: 'soon' }],
            },
          ],
        },
      ],
    },
    'stages.0.activities.0.deadlines.0.kind',
    /вариант/,
  ],
  ['a type nobody knows', { _id: 'x', _type: 'book' }, '_type', /«book»/],
])('%s is told with its place', (_, document, path, message) => {
  const problems = findDocumentProblems(document)
  expect(problems.map((problem) => problem.path)).toContain(path)
  expect(problems.find((problem) => problem.path === path)?.message).toMatch(message)
  expect(isContentDocument(document)).toBe(false)
})

test.each([undefined, null, 'text', {}, { _type: 5 }, []])('%j is no document', (value) => {
  expect(isContentDocument(value)).toBe(false)
})

test.each(samples)(
  'an empty draft of $_type is fine, one with a value of another kind is not',
  ({ _type, _id }) => {
    expect(findDocumentProblems({ _id: `drafts.${_id}`, _type })).toEqual([])
    expect(findDocumentProblems({ _id: `versions.r1.${_id}`, _type, slug: null, title: null })).toEqual([])
    expect(findDocumentProblems({ _id: `drafts.${_id}`, _type, _rev: 7 }).map(({ path }) => path)).toEqual([
      '_rev',
    ])
  },
)

test('fields that the schema does not know are let through', () => {
  expect(findDocumentProblems({ ...sample('term'), _system: { base: 'x' }, note: 1 })).toEqual([])
})

test('the same value comes out of a validator', () => {
  const about = sample('about')
  expect(documentValidators.page.parse(about)).toBe(about)
})
