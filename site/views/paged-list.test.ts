import { expect, test } from 'vitest'
import { PAGE_SIZE } from '../content/page-size.ts'
import { pageOf, readListPath } from './paged-list.ts'

test.each([
  [undefined, { facet: null, value: null, number: 1 }],
  ['stranica/2', { facet: null, value: null, number: 2 }],
  ['stranica/10', { facet: null, value: null, number: 10 }],
  ['forma/pupil-pupil', { facet: 'forma', value: 'pupil-pupil', number: 1 }],
  ['forma/pupil-pupil/stranica/3', { facet: 'forma', value: 'pupil-pupil', number: 3 }],
  ['stranica/1', null],
  ['stranica/0', null],
  ['forma', null],
  ['forma/x/y', null],
])('%j is read', (path, read) => {
  expect(readListPath(path)).toEqual(read)
})

test('a long list is cut into pages that know each other', () => {
  const entries = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => index)
  const second = pageOf(entries, 2, '/praktiki/')
  expect(second?.entries).toEqual([PAGE_SIZE])
  expect(second?.pages).toEqual([
    { title: '1', url: '/praktiki/', current: false },
    { title: '2', url: '/praktiki/stranica/2/', current: true },
  ])
  expect(pageOf(entries, 3, '/praktiki/')).toBeNull()
})

test('an empty list is one page without links', () => {
  expect(pageOf([], 1, '/praktiki/')).toEqual({ entries: [], total: 0, number: 1, pages: [] })
})
