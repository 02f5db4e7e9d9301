import { expect, test } from 'vitest'
import { siteAddressOf } from './site-address.ts'

const slug = (current: string) => ({ _type: 'slug', current })
const school = { _id: 'school', _type: 'organization', slug: slug('licej-1') }

test.each([
  [
    'a practice',
    { _id: 'p', _type: 'practice', slug: slug('rjadom'), related: [school, null] },
    '/praktiki/rjadom/',
  ],
  [
    'a roadmap',
    {
      _id: 'm',
      _type: 'roadmap',
      slug: slug('2024-2025'),
      organization: { _ref: 'school' },
      related: [school, null],
    },
    '/organizacii/licej-1/karta/2024-2025/',
  ],
  [
    'a roadmap whose owner is not published',
    {
      _id: 'm',
      _type: 'roadmap',
      slug: slug('2024-2025'),
      organization: { _ref: 'school' },
      related: [null, null],
    },
    null,
  ],
  ['a person', { _id: 'p', _type: 'person', related: [school, null] }, null],
  ['nothing', null, null],
  ['an answer of another shape', { error: 'no' }, null],
])('%s', (_, result, address) => {
  expect(siteAddressOf(result)).toBe(address)
})
