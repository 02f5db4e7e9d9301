import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planSearch } from './plan-search.ts'

const pages = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 400 }), fc.constantFrom('a', 'b')), {
    selector: ([number]) => number,
    maxLength: 300,
  })
  .map((entries) => new Map(entries.map(([number, hash]) => [`/p${number}/`, hash])))

test('law: base without what is removed, and delta, hold exactly the current pages, each once and as it is', () => {
  fc.assert(
    fc.property(pages, pages, (current, base) => {
      const { useBase, delta, removed } = planSearch(current, base)
      const fromBase = useBase ? [...base].filter(([path]) => !removed.includes(path)) : []
      const fromDelta = delta.map((path): [string, string | undefined] => [path, current.get(path)])
      const found = [...fromBase, ...fromDelta].toSorted(([a], [b]) => (a < b ? -1 : 1))
      expect(found).toEqual([...current].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    }),
  )
})

test('law: a delta beside a base has at least a hundred pages', () => {
  fc.assert(
    fc.property(pages, pages, (current, base) => {
      const { useBase, delta } = planSearch(current, base)
      expect(useBase && delta.length > 0 && delta.length < 100).toBe(false)
    }),
  )
})

const many = new Map(Array.from({ length: 150 }, (_, number) => [`/p${number}/`, 'a']))

test.each([
  ['nothing changed', many, many, { useBase: true, delta: 0, removed: 0, drift: 0 }],
  ['one page is gone', new Map([...many].slice(1)), many, { useBase: true, delta: 0, removed: 1, drift: 1 }],
  [
    'one page changed',
    new Map([...many, ['/p7/', 'b']]),
    many,
    { useBase: true, delta: 100, removed: 100, drift: 1 },
  ],
  [
    'one page is new',
    new Map([...many, ['/new/', 'a']]),
    many,
    { useBase: true, delta: 100, removed: 99, drift: 1 },
  ],
  ['there is no base', many, new Map(), { useBase: false, delta: 150, removed: 0, drift: 150 }],
  ['there is no page', new Map(), many, { useBase: true, delta: 0, removed: 150, drift: 150 }],
])('%s', (_, current, base, expected) => {
  const { useBase, delta, removed, drift } = planSearch(current, base)
  expect({ useBase, delta: delta.length, removed: removed.length, drift }).toEqual(expected)
})
