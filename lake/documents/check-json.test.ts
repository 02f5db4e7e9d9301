import { expect, test } from 'vitest'
import { findJsonProblem } from './check-json.ts'

function nest(levels: number): unknown {
  return levels === 0 ? 1 : [nest(levels - 1)]
}

test.each([
  { name: 'plain values', value: { a: [1, 'x', null, { b: true }] } },
  { name: 'as deep as allowed', value: nest(100) },
])('$name can be stored', ({ value }) => {
  expect(findJsonProblem(value)).toBeNull()
})

test.each([
  { name: 'too deep', value: nest(101), problem: 'nested deeper than 100' },
  { name: 'an infinite number', value: { a: { n: Infinity } }, problem: '"a.n" is not a finite number' },
  {
    name: 'a field __proto__',
    value: JSON.parse('{"list":[{"__proto__":1}]}'),
    problem: '"list[0]" has a field named "__proto__"',
  },
  { name: 'a field hasOwnProperty', value: { hasOwnProperty: 1 }, problem: 'hasOwnProperty' },
  { name: 'a field without a name', value: { '': 1 }, problem: 'has a field named ""' },
])('$name cannot', ({ value, problem }) => {
  expect(findJsonProblem(value)).toContain(problem)
})
