import { assert, constantFrom, dictionary, letrec, oneof, property, array, type Arbitrary } from 'fast-check'
import { evaluateSync, parse, toJS } from 'groq-js'
import { expect, test } from 'vitest'
import { compileFilter } from './compile-filter.ts'
import { scopeSchema } from './scope.ts'

const SETS: Record<string, ReadonlySet<string>> = { some: new Set(['a', 'b']), none: new Set() }
const readSet = (name: string) => SETS[name] ?? new Set<string>()

const path = constantFrom('_id', '_type', 'x', 'x._ref', 'x.y._ref', 'y')
const text = constantFrom('"a"', '"b"', '"drafts.a"', '""')
const { filter }: { filter: Arbitrary<string> } = letrec<{ filter: string }>((tie) => ({
  filter: oneof(
    { maxDepth: 4 },
    oneof(path, path).chain((left) => text.map((right) => `${left} == ${right}`)),
    path.chain((left) => text.map((right) => `${left} != ${right}`)),
    path.chain((left) => array(text, { maxLength: 3 }).map((right) => `${left} in [${right.join(', ')}]`)),
    path.chain((left) => constantFrom('$some', '$none').map((right) => `${left} in ${right}`)),
    path.map((of) => `defined(${of})`),
    path.chain((left) =>
      constantFrom('"**"', '"*"', '"drafts.**"').map((right) => `${left} in path(${right})`),
    ),
    constantFrom('x > 1', 'x match "a*"', 'true', 'x', 'null', '"a" == x', 'x == y', 'references("a")'),
    tie('filter').map((one) => `!(${one})`),
    tie('filter').chain((one) => tie('filter').map((other) => `(${one} && ${other})`)),
    tie('filter').chain((one) => tie('filter').map((other) => `(${one} || ${other})`)),
  ),
}))

const value: Arbitrary<unknown> = letrec((tie) => ({
  any: oneof(
    { maxDepth: 2 },
    constantFrom<unknown>(null, true, 1, 'a', 'b', 'drafts.a', ''),
    dictionary(constantFrom('_ref', 'y'), tie('any'), { maxKeys: 2, noNullPrototype: true }),
    array(tie('any'), { maxLength: 2 }),
  ),
})).any

const SYSTEM = { _rev: 'r', _createdAt: 't', _updatedAt: 't' }
const document = constantFrom('a', 'b', 'drafts.a', 'system.x').chain((_id) =>
  constantFrom('a', 'page').chain((_type) =>
    dictionary(constantFrom('x', 'y'), value, { maxKeys: 2, noNullPrototype: true }).map((fields) => ({
      ...fields,
      ...SYSTEM,
      _id,
      _type,
    })),
  ),
)

test('a filter means what GROQ means by it', () => {
  const params = { some: ['a', 'b'], none: [] }
  assert(
    property(filter, document, (source, one) => {
      const plain: unknown = toJS(evaluateSync(parse(`*[${source}]`, { params }), { dataset: [one], params }))
      expect([source, compileFilter(source).matches(one, readSet)]).toEqual([
        source,
        Array.isArray(plain) && plain.length === 1,
      ])
    }),
    { numRuns: 3_000 },
  )
})

test('inherited names are no fields', () => {
  const one = { ...SYSTEM, _id: 'a', _type: 'page' }
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(compileFilter(`defined(${name})`).matches(one, readSet)).toBe(false)
  }
})

test.each([
  ['no GROQ', { title: 'x', filter: '_type ==' }],
  ['an unknown set', { title: 'x', filter: 'x in $nothing' }],
  [
    'a set that comes later',
    {
      title: 'x',
      filter: 'true',
      sets: [
        { name: 'a', filter: 'x in $b' },
        { name: 'b', filter: 'true' },
      ],
    },
  ],
  ['an unknown field', { title: 'x', filter: 'true', role: 'administrator' }],
])('a scope with %s is refused', (_name, scope) => {
  expect(scopeSchema.safeParse(scope).success).toBe(false)
})
