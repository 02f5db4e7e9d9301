import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContentStore } from './content-store.ts'
import type { SiteDocument } from './documents.ts'
import { createPathBook } from './path-book.ts'
import { listAddresses } from './site-addresses.ts'
import { fixtureDocuments } from './site.fixture.ts'

const origin = 'https://kopilka.example'
const today = '2025-03-01'

const change = fc.record({
  which: fc.nat({ max: fixtureDocuments.length - 1 }),
  what: fc.constantFrom('remove', 'restore', 'reslug', 'repoint'),
  value: fc.nat({ max: 3 }),
})

test('law: the paths after any changes are those of a new site, and every step says what came and went', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (steps) => {
      const store = createContentStore({ origin, today, documents: fixtureDocuments })
      const book = createPathBook(store)
      const paths = new Set(book.list())
      for (const step of steps) {
        const upsert: SiteDocument[] = []
        const remove: string[] = []
        for (const { which, what, value } of step) {
          const original = fixtureDocuments[which]
          if (original === undefined) continue
          if (what === 'remove') remove.push(original._id)
          else upsert.push(edit(original, what, value))
        }
        const { added, removed } = book.apply({ upsert, remove })
        for (const path of added) {
          expect(paths.has(path)).toBe(false)
          paths.add(path)
        }
        for (const path of removed) expect(paths.delete(path)).toBe(true)
        const expected = new Set(listAddresses(store.reader(() => {})))
        expect(new Set(book.list())).toEqual(expected)
        expect(paths).toEqual(expected)
      }
    }),
    { numRuns: 100 },
  )
})

function edit(document: SiteDocument, what: string, value: number): SiteDocument {
  if (what === 'reslug' && 'slug' in document) {
    return { ...document, slug: { _type: 'slug', current: `adres-${value}` } }
  }
  if (what === 'repoint' && 'organization' in document && document.organization !== undefined) {
    return { ...document, organization: { ...document.organization, _ref: `organization-${value}` } }
  }
  return document
}
