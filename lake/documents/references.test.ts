import { expect, test } from 'vitest'
import { findReferences } from './references.ts'

test.each([
  { name: 'none', value: { _id: 'a', title: 'x' }, found: [] },
  { name: 'a field', value: { to: { _ref: 'b' } }, found: [{ target: 'b', weak: false, path: 'to' }] },
  {
    name: 'a weak one',
    value: { to: { _ref: 'b', _weak: true } },
    found: [{ target: 'b', weak: true, path: 'to' }],
  },
  {
    name: 'in arrays, in order',
    value: { list: [{ _ref: 'b' }, { deep: [{ to: { _ref: 'c' } }] }] },
    found: [
      { target: 'b', weak: false, path: 'list[0]' },
      { target: 'c', weak: false, path: 'list[1].deep[0].to' },
    ],
  },
  {
    name: 'into another dataset: weak, as its target cannot be watched',
    value: { to: { _ref: 'b', _dataset: 'other', _projectId: 'p' } },
    found: [{ target: 'b', weak: true, path: 'to' }],
  },
  { name: 'a _ref that is no string', value: { to: { _ref: 5 } }, found: [] },
])('$name', ({ value, found }) => {
  expect(findReferences(value)).toEqual(found)
})
