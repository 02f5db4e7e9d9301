import { expect, test } from 'vitest'
import { unite } from './load-pagefind.ts'

const hit = (id: string, score = 1) => ({
  id,
  score,
  data: () => Promise.resolve({ url: `/${id}/`, excerpt: '', meta: {} }),
})

test.each([
  ['pages stay in their order', [hit('b', 2), hit('a')], [], ['b', 'a']],
  ['a page that is gone is no hit', [hit('a'), hit('b')], ['a'], ['b']],
  ['a page that stands in two indexes is one hit', [hit('a'), hit('b'), hit('a')], [], ['a', 'b']],
])('%s', (_, hits, gone, ids) => {
  expect(unite(hits, new Set(gone)).map(({ id }) => id)).toEqual(ids)
})
