import { expect, test } from 'vitest'
import type { Responsible } from '#content/generated/types.ts'
import { createContentStore } from '../../content/content-store.ts'
import { fixtureDocuments, person, reference } from '../../content/site.fixture.ts'
import { listPeopleInCharge } from './people-in-charge.ts'

const content = createContentStore({
  origin: 'https://kopilka.example',
  today: '2025-03-01',
  documents: fixtureDocuments,
}).reader(() => {})

const list = (...entries: Omit<Responsible, '_type'>[]) =>
  listPeopleInCharge(
    entries.map((entry) => ({ ...entry, _type: 'responsible' })),
    content,
  ).map((line) => line.replaceAll('\u00A0', ' '))

test.each([
  [
    'a name and a role',
    [{ persons: [reference(person._id)], roles: ['куратор'] }],
    ['Иванова А.А., куратор'],
  ],
  ['nobody public', [{ persons: [reference('hidden')], roles: ['куратор'] }], ['куратор']],
  [
    'a position that repeats its roles',
    [{ roles: ['куратор', 'зам. директора', 'куратор, зам. директора'] }],
    ['куратор, зам. директора'],
  ],
  ['the same twice', [{ roles: ['куратор'] }, { roles: ['куратор'] }], ['куратор']],
  [
    'a role with commas of its own',
    [{ roles: ['лицо, ответственное за внедрение'], bodies: ['ИРО'] }],
    ['лицо, ответственное за внедрение, ИРО'],
  ],
  ['words only', [{ verbatim: 'по назначению' }], ['по назначению']],
  ['nothing', [{}], []],
])('%s', (_, entries, lines) => {
  expect(list(...entries)).toEqual(lines)
})
