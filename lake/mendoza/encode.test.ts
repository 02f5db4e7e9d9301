import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  property,
  record,
  string,
} from 'fast-check'
import { applyPatch, incremental } from 'mendoza'
import { expect, test } from 'vitest'
import { encode } from './encode.ts'

const cases = [
  { name: 'nothing changed', before: { a: 1 }, after: { a: 1 }, patch: [] },
  { name: 'created', before: null, after: { a: 1 }, patch: [0, { a: 1 }] },
  { name: 'deleted', before: { a: 1 }, after: null, patch: [0, null] },
  { name: 'a field set', before: { a: 1 }, after: { a: 2 }, patch: [17, 2, 'a'] },
  { name: 'a field added', before: { a: 1 }, after: { a: 1, b: [] }, patch: [17, [], 'b'] },
  { name: 'a field removed', before: { b: 1, a: 2 }, after: { a: 2 }, patch: [19, 1] },
  {
    name: 'a nested field',
    before: { a: { b: 1, c: 2 } },
    after: { a: { b: 1, c: 3 } },
    patch: [10, 0, 17, 3, 'c', 15],
  },
  {
    name: 'Russian text, offsets in bytes',
    before: { text: 'наставник' },
    after: { text: 'наставник и ученик' },
    patch: [11, 0, 23, 0, 18, 22, ' и ученик', 15],
  },
  {
    name: 'text within text',
    before: { text: 'план работы' },
    after: { text: 'план новой работы' },
    patch: [11, 0, 23, 0, 9, 22, 'новой ', 23, 9, 21, 15],
  },
  {
    name: 'an element moved by key and another changed',
    before: {
      list: [
        { _key: 'a', n: 1 },
        { _key: 'b', n: 1 },
        { _key: 'c', n: 1 },
      ],
    },
    after: {
      list: [
        { _key: 'b', n: 1 },
        { _key: 'c', n: 1 },
        { _key: 'a', n: 2 },
      ],
    },
    patch: [11, 0, 21, 1, 3, 12, 0, 17, 2, 'n', 16, 15],
  },
  { name: 'an emptied string', before: { a: 'text' }, after: { a: '' }, patch: [17, '', 'a'] },
  { name: 'an emptied array', before: { a: [1] }, after: { a: [] }, patch: [17, [], 'a'] },
]

test.each(cases)('$name', ({ before, after, patch }) => {
  expect(encode(before, after)).toEqual(patch)
  expect(applyPatch(before, [...patch])).toEqual(after)
})

const key = constantFrom('_key', 'а', 'б', 'B', 'title', 'Ключ', 'я😀')
const text = oneof(
  array(constantFrom('наставник', ' ', 'mentor', '😀', '\ud83d', 'ё', '\ude00'), { maxLength: 12 }).map(
    (parts) => parts.join(''),
  ),
  string({ unit: 'binary', maxLength: 8 }),
)
const value = letrec((tie) => ({
  any: oneof({ maxDepth: 3 }, text, integer(), boolean(), constant(null), tie('list'), tie('object')),
  list: array(oneof(tie('any'), record({ _key: constantFrom('k1', 'k2', 'k3'), text })), {
    maxLength: 5,
  }),
  object: dictionary(key, tie('any'), { maxKeys: 5 }),
}))

test('law: decoding what was encoded gives the value after', () => {
  assert(
    property(oneof(value.object, constant(null)), oneof(value.object, constant(null)), (before, after) => {
      const [left, right]: unknown[] = JSON.parse(JSON.stringify([before, after]))
      const patch = [...encode(left, right)]
      expect(applyPatch(left, patch)).toEqual(right)
      // The Studio's history decodes with this one, to learn who wrote which part.
      expect(
        incremental.unwrap(incremental.applyPatch(incremental.wrap(left, 'before'), patch, 'after')),
      ).toEqual(right)
    }),
    { numRuns: 2_000 },
  )
})
