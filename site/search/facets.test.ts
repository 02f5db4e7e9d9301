import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFacets, listFacets, readFacets } from './facets.ts'

const page = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  form: fc.subarray(['x', 'y']),
})
const pages = fc.uniqueArray(page, { selector: ({ id }) => id })

test('law: each page that was found is counted once, in whichever indexes it stands', () => {
  fc.assert(
    fc.property(pages, fc.nat({ max: 6 }), fc.subarray(['a', 'b', 'c', 'd']), (all, cut, found) => {
      const filed = all.map(({ id, form }) => ({ id, filters: { form } }))
      const indexes = [filed.slice(0, cut + 2), filed.slice(cut)].map((part) =>
        readFacets(JSON.parse(JSON.stringify(listFacets(part)))),
      )
      const expected = all.filter(({ id, form }) => found.includes(id) && form.includes('x')).length
      expect(countFacets(indexes, new Set(found))['form']?.['x'] ?? 0).toBe(expected)
    }),
  )
})
