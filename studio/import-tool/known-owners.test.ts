import { expect, test } from 'vitest'
import { toKnownOwners } from './known-owners.ts'

test('of a document and its draft the draft counts, once and under the document’s id', () => {
  const { organizations, regions } = toKnownOwners({
    organizations: [
      { _id: 'organization-a', name: 'Школа А', slug: 'a' },
      { _id: 'drafts.organization-a', name: 'Школа А, новая', slug: 'a' },
      { _id: 'drafts.organization-b', name: 'Школа Б' },
    ],
    regions: [{ _id: 'region-c', name: 'Заречная область', slug: 'c' }],
  })
  expect(organizations.map(({ _id, name, slug }) => [_id, name, slug])).toEqual([
    ['organization-a', 'Школа А, новая', 'a'],
    ['organization-b', 'Школа Б', 'b'],
  ])
  expect(regions).toEqual([{ _id: 'region-c', name: 'Заречная область', slug: 'c' }])
})
