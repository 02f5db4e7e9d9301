import { expect, test } from 'vitest'
import { chooseScope, readIndexes } from './search-scope.ts'

const titles = { path: '/pagefind/titles-1/', count: 5, removed: [2] }
const country = readIndexes({
  bases: ['/0/', '/1/', '/2/', '/3/', '/4/'],
  regions: { kurgan: [1], moskva: [2, 3], perm: [4] },
  titles,
  deltas: ['/d/'],
  removed: ['/x/'],
})

test.each([
  ['no region', {}, { titles }],
  ['a form only', { form: ['peer'] }, { titles }],
  ['a region', { region: ['kurgan'] }, { bases: ['/1/'] }],
  ['a large region', { region: ['moskva'] }, { bases: ['/2/', '/3/'] }],
  ['two regions', { region: ['moskva', 'perm'] }, { bases: ['/2/', '/3/', '/4/'] }],
  ['many regions', { region: ['moskva', 'perm', 'kurgan'] }, { titles }],
  ['a region that has no pages yet', { region: ['novaya'] }, { bases: [] }],
])('with %s', (_, chosen, scope) => {
  expect(chooseScope(country, chosen)).toEqual(scope)
})

test('a small site is searched as a whole', () => {
  expect(chooseScope({ ...country, titles: null }, { region: ['kurgan'] })).toEqual({ bases: country.bases })
})

test.each([
  null,
  { bases: 'x', regions: {}, titles: null, deltas: [], removed: [] },
  { bases: [], regions: { a: ['x'] }, titles: null, deltas: [], removed: [] },
  { bases: [], regions: {}, titles: { path: 1 }, deltas: [], removed: [] },
  { bases: [], regions: {}, titles: null, deltas: [] },
])('another shape of the list is refused: %j', (value) => {
  expect(() => readIndexes(value)).toThrow(TypeError)
})
