import { expect, test } from 'vitest'
import { ownBy, withDefaultOwner } from './default-owner.ts'

const SCHOOL = { _id: 'school-a', _type: 'organization', roadmap: 'roadmap-a' } as const
const NEW_SCHOOL = { ...SCHOOL, roadmap: null }

test.each([
  [
    { level: 'school' },
    ['organization', 'region'],
    SCHOOL,
    { level: 'school', organization: { _type: 'reference', _ref: 'school-a' } },
  ],
  [{ level: 'school' }, ['region'], SCHOOL, { level: 'school' }],
  [undefined, ['organization'], null, {}],
  [{}, ['roadmap'], SCHOOL, { roadmap: { _type: 'reference', _ref: 'roadmap-a' } }],
  [{}, ['roadmap'], NEW_SCHOOL, {}],
])('%o with fields %o of %o begins as %o', (value, fields, owner, begun) => {
  expect(ownBy(value, fields, owner)).toEqual(begun)
})

test('only plain templates of documents that have an owner are changed', () => {
  const page = { id: 'page', title: 'Страница', schemaType: 'page', value: {} }
  const owned = { id: 'practice-by-organization', title: 'Практика', schemaType: 'practice', value: {} }
  const practice = { id: 'practice', title: 'Практика', schemaType: 'practice', value: {} }
  const [first, second, third] = withDefaultOwner([page, owned, practice])
  expect([first === page, second === owned, third === practice]).toEqual([true, true, false])
})
