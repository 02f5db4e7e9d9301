import { expect, test } from 'vitest'
import { fakeRules } from '../test-doubles/fake-site.ts'
import { createPublicDocuments } from './public-documents.ts'
import type { DocumentChanges } from './public-documents.ts'

const author = { _id: 'p1', _type: 'person', name: 'Иванова А.А.', consentUntil: '2026-12-31' }
const practice = { _id: 'x1', _type: 'practice', slug: 'chitaem', title: 'Читаем', author: 'p1' }
const picture = { _id: 'image-1', _type: 'sanity.imageAsset' }
const withPicture = { ...practice, image: { asset: { _ref: 'image-1' } } }

function documents() {
  return createPublicDocuments(fakeRules, '2026-09-01')
}

function idsOf({ upsert, remove }: DocumentChanges): { upsert: string[]; remove: string[] } {
  return { upsert: upsert.map(({ _id }) => _id).toSorted(), remove: remove.toSorted() }
}

test('a document that did not change for readers is not reported', () => {
  const all = documents()
  expect(idsOf(all.update([author, practice]))).toEqual({ upsert: ['p1', 'x1'], remove: [] })
  expect(idsOf(all.update([{ ...practice }]))).toEqual({ upsert: [], remove: [] })
})

test('documents may come in any order', () => {
  const all = documents()
  all.update([practice])
  expect(idsOf(all.update([author]))).toEqual({ upsert: ['p1', 'x1'], remove: [] })
})

test('a withdrawn consent is felt by the documents that refer to the person', () => {
  const all = documents()
  all.update([author, practice])
  expect(idsOf(all.update([{ ...author, consentUntil: '2026-08-31' }]))).toEqual({
    upsert: ['x1'],
    remove: ['p1'],
  })
})

test('a day that passes is felt only by documents that depend on it', () => {
  const all = documents()
  all.update([author, practice, { ...practice, _id: 'x2', author: '' }])
  expect(idsOf(all.setToday('2026-12-31'))).toEqual({ upsert: [], remove: [] })
  expect(idsOf(all.setToday('2027-01-01'))).toEqual({ upsert: ['x1'], remove: ['p1'] })
})

test('a document that becomes unsound is taken away and named', () => {
  const all = documents()
  all.update([author, practice])
  expect(idsOf(all.update([{ _id: 'x1', _type: 'practice' }]))).toEqual({ upsert: [], remove: ['x1'] })
  expect(all.rejected()).toEqual([{ id: 'x1', type: 'practice', problems: ['Нет названия'] }])
  all.update([], ['x1'])
  expect(all.rejected()).toEqual([])
})

test('a rule that fails takes away its document only', () => {
  const all = createPublicDocuments(
    {
      ...fakeRules,
      toPublicDocument(document, context) {
        if (document._id === 'x1') throw new Error('сломано')
        return fakeRules.toPublicDocument(document, context)
      },
    },
    '2026-09-01',
  )
  expect(idsOf(all.update([author, practice]))).toEqual({ upsert: ['p1'], remove: [] })
  expect(all.rejected()).toEqual([{ id: 'x1', type: 'practice', problems: ['сломано'] }])
})

test.each([
  ['with the document', [picture, withPicture], []],
  ['after the picture', [withPicture], [picture]],
  ['before the picture', [picture], [withPicture]],
])('a picture is public while a public document shows it: %s', (_, first, second) => {
  const all = documents()
  all.update(first)
  all.update(second)
  expect([...all.visible()].map(({ _id }) => _id)).toContain('image-1')
  expect(idsOf(all.update([practice]))).toEqual({ upsert: ['x1'], remove: ['image-1'] })
  expect(idsOf(all.update([withPicture]))).toEqual({ upsert: ['image-1', 'x1'], remove: [] })
  expect(idsOf(all.update([], ['x1']))).toEqual({ upsert: [], remove: ['image-1', 'x1'] })
})

test('a picture of a person without consent is not public', () => {
  const all = documents()
  all.update([picture, { ...author, photo: { asset: { _ref: 'image-1' } } }])
  expect(idsOf(all.update([{ ...author, consentUntil: '', photo: { asset: { _ref: 'image-1' } } }]))).toEqual(
    {
      upsert: [],
      remove: ['image-1', 'p1'],
    },
  )
})
