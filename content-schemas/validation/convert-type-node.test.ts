import type { SchemaType, TypeNode } from 'groq-js'
import { expect, test } from 'vitest'
import { createConverter } from './convert-type-node.ts'

const text: TypeNode = { type: 'string' }
const literal = (value: string): TypeNode => ({ type: 'string', value })
const attribute = (value: TypeNode, optional = false) => ({
  type: 'objectAttribute' as const,
  value,
  optional,
})
const object = (type: string, fields: Record<string, TypeNode> = {}): TypeNode => ({
  type: 'object',
  attributes: Object.fromEntries(
    Object.entries({ _type: literal(type), ...fields }).map(([name, node]) => [name, attribute(node)]),
  ),
})

const schema: SchemaType = [
  {
    type: 'type',
    name: 'tree',
    value: {
      type: 'object',
      attributes: { leaves: attribute({ type: 'array', of: { type: 'inline', name: 'tree' } }, true) },
    },
  },
  { type: 'type', name: 'cat', value: object('cat', { name: text }) },
  { type: 'document', name: 'page', attributes: { title: attribute(text) } },
]

test.each<[string, TypeNode, unknown[], unknown[]]>([
  ['text', text, ['', 'a'], [1, null, undefined]],
  ['a literal', literal('a'), ['a'], ['b', null]],
  ['a number', { type: 'number' }, [0, 1.5], ['1', null]],
  ['a literal number', { type: 'number', value: 3 }, [3], [4]],
  ['yes or no', { type: 'boolean' }, [true, false], [0, 'true']],
  ['yes', { type: 'boolean', value: true }, [true], [false]],
  ['nothing', { type: 'null' }, [null], [0, undefined]],
  ['anything', { type: 'unknown' }, [null, 1, {}], []],
  ['a list', { type: 'array', of: text }, [[], ['a']], [['a', 1], 'a']],
  ['text or nothing', { type: 'union', of: [text, { type: 'null' }] }, ['a', null], [1, undefined]],
  ['one of words', { type: 'union', of: [literal('a'), literal('b')] }, ['a', 'b'], ['c', null]],
  [
    'one of words or nothing, nested',
    { type: 'union', of: [{ type: 'union', of: [literal('a'), { type: 'null' }] }, literal('b')] },
    ['a', 'b', null],
    ['c'],
  ],
  ['a union of one', { type: 'union', of: [text] }, ['a'], [null]],
  ['an empty union', { type: 'union', of: [] }, [null], ['a']],
  ['text or a number', { type: 'union', of: [text, { type: 'number' }] }, ['a', 1], [true]],
  [
    'one of objects',
    { type: 'union', of: [object('dog', { age: { type: 'number' } }), { type: 'inline', name: 'cat' }] },
    [
      { _type: 'cat', name: 'Мурка' },
      { _type: 'dog', age: 2 },
    ],
    [{ _type: 'cat' }, { _type: 'dog', age: 'два' }, { _type: 'cow' }],
  ],
  [
    'objects of one type',
    { type: 'union', of: [object('reference', { a: text }), object('reference', { b: text })] },
    [
      { _type: 'reference', a: '' },
      { _type: 'reference', b: '' },
    ],
    [{ _type: 'reference' }],
  ],
  [
    'an object that extends another',
    { type: 'object', attributes: { _key: attribute(text) }, rest: { type: 'inline', name: 'cat' } },
    [{ _type: 'cat', _key: 'a', name: 'Мурка', more: 1 }],
    [{ _type: 'cat', name: 'Мурка' }, { _key: 'a' }],
  ],
  [
    'an object that may be any',
    { type: 'object', attributes: {}, rest: { type: 'unknown' } },
    [{}, { a: 1 }],
    [null, 'a'],
  ],
  [
    'a type within itself',
    { type: 'inline', name: 'tree' },
    [{}, { leaves: [{ leaves: [] }] }],
    [{ leaves: [{ leaves: 1 }] }],
  ],
  ['a document', { type: 'inline', name: 'page' }, [{ title: 'a' }], [{}]],
  ['a type nobody declared', { type: 'inline', name: 'ghost' }, [1, null], []],
])('%s', (_, node, accepted, rejected) => {
  const validator = createConverter(schema, 'published')(node)
  expect(accepted.filter((value) => !validator.safeParse(value).success)).toEqual([])
  expect(rejected.filter((value) => validator.safeParse(value).success)).toEqual([])
})

test('an error in one of several objects names the field', () => {
  const validator = createConverter(
    schema,
    'published',
  )({
    type: 'array',
    of: { type: 'union', of: [object('dog', { age: { type: 'number' } }), { type: 'inline', name: 'cat' }] },
  })
  expect(validator.safeParse([{ _type: 'cat', name: 5 }]).error?.issues.map(({ path }) => path)).toEqual([
    [0, 'name'],
  ])
})

test('a draft may lack anything but not hold another kind', () => {
  const validator = createConverter(schema, 'draft')({ type: 'inline', name: 'cat' })
  expect(validator.safeParse({ _type: 'cat' }).success).toBe(true)
  expect(validator.safeParse({ _type: 'cat', name: null }).success).toBe(true)
  expect(validator.safeParse({ _type: 'cat', name: 5 }).success).toBe(false)
})
