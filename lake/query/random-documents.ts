import { array, constant, constantFrom, oneof, record, tuple, uniqueArray, type Arbitrary } from 'fast-check'
import type { LakeDocument } from '../documents/document.ts'

/** A random dataset: some documents are written, changed and deleted after the index was made. */
export interface RandomDataset {
  documents: LakeDocument[]
  later: LakeDocument[]
  deleted: string[]
}

/** Ids that documents and references have. */
export const id = constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const type = constantFrom('page', 'post', 'person')
const WORDS = [
  'Школа',
  'школы',
  'ШКОЛА',
  'наставник',
  'straße',
  'STRASSE',
  'İstanbul',
  'x.y',
  '3.5',
  'a_b',
  '«кавычки»',
  'e\u0301',
  '\u{1f600}',
  '\uff21b',
  'ёлка',
  'K\u212a',
  "don't",
  '...',
]
/** Words of texts, hard to fold and to split. */
export const word = constantFrom(...WORDS)
const text = array(word, { minLength: 0, maxLength: 3 }).map((parts) => parts.join(' '))
const reference = oneof(record({ _ref: id }), constant(null), id, constant({ deep: { _ref: 'a' } }))
const scalar = oneof(
  text,
  text,
  constantFrom(0, 1, 2, -1, 1.5, 1e21, true, false, null, 'b', 'B', 'a'),
  constant(['a']),
  constant({ title: 'x' }),
)
const block = tuple(word, word).map(([one, other]) => ({
  _type: 'block',
  children: [
    { _type: 'span', text: one },
    { _type: 'span', text: other },
    { _type: 'image', text: 'нет' },
  ],
}))
const date = constantFrom('2026-01-01', '2026-02-01', '2026-02-01T10:00:00Z', '2026-03-05')
const fields = record(
  {
    title: scalar,
    name: text,
    n: constantFrom(1, 2, 3, null, '2', true),
    date: oneof(date, date, scalar),
    period: oneof(record({ start: oneof(date, scalar) }), scalar),
    to: reference,
    list: array(reference, { maxLength: 3 }),
    tags: array(oneof(word, constant(5)), { maxLength: 2 }),
    slug: oneof(record({ current: oneof(id, constant(5), constant(null)) }), constant('a')),
    ids: array(oneof(id, constant(5)), { maxLength: 2 }),
    body: oneof(array(block, { maxLength: 2 }), block, text),
    _originalId: id,
  },
  { requiredKeys: [] },
)
const documentId = tuple(
  constantFrom('', '', '', 'drafts.', 'drafts.', 'versions.r1.'),
  oneof(id, constantFrom('g', 'h', 'i', 'j', 'k', 'l', 'm')),
).map((parts) => parts.join(''))
const time = constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z')
const stored: Arbitrary<LakeDocument> = tuple(documentId, type, fields, time, time).map((parts) => {
  const [_id, _type, own, _createdAt, _updatedAt] = parts
  // As the store gives them: plain objects.
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(own))
  return { _rev: 'r', ...plain, _createdAt, _updatedAt, _id, _type }
})
const byId = { selector: ({ _id }: LakeDocument) => _id }

export const randomDataset: Arbitrary<RandomDataset> = record({
  documents: uniqueArray(stored, { ...byId, maxLength: 24, size: 'max' }),
  later: oneof(constant<LakeDocument[]>([]), uniqueArray(stored, { ...byId, maxLength: 8 })),
  deleted: oneof(constant<string[]>([]), uniqueArray(documentId, { maxLength: 2 })),
})
