import { expect, test } from 'vitest'
import { createDocumentCache } from './document-cache.ts'

const document = (_id: string) => ({ _id, _type: 'page', _rev: 'r', _createdAt: '', _updatedAt: '' })

test('keeps what fits, and lets go of what was unused for longest', () => {
  const cache = createDocumentCache(100)
  cache.set(document('old'), 30)
  cache.set(document('used'), 30)
  expect(cache.get('used')).toEqual(document('used'))
  cache.set(document('new'), 30)
  cache.set(document('newer'), 30)
  expect(cache.get('used')).toBeDefined()
  expect(cache.get('newer')).toBeDefined()
  expect(cache.get('old')).toBeUndefined()
})

test('gives the last document of an id, and none that was deleted', () => {
  const cache = createDocumentCache(100)
  cache.set(document('a'), 10)
  cache.set({ ...document('a'), _rev: 'r2' }, 10)
  expect(cache.get('a')).toMatchObject({ _rev: 'r2' })
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
})

test('a document that moved to the old generation is deleted there too', () => {
  const cache = createDocumentCache(20)
  cache.set(document('a'), 6)
  cache.set(document('b'), 6)
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
  cache.clear()
  expect(cache.get('b')).toBeUndefined()
})
