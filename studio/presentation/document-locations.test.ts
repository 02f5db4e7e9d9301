import { expect, test } from 'vitest'
import { addressedTypes } from '#content/addresses/address-of.ts'
import { documentLocations, locationOf } from './document-locations.ts'

test('every type with a page has its place', () => {
  expect(Object.keys(documentLocations())).toEqual(addressedTypes())
})

test.each([
  ['practice', { title: 'Рядом', slug: 'ryadom' }, 'Рядом', '/praktiki/ryadom/'],
  ['region', { name: 'Курганская область', slug: 'kurgan' }, 'Курганская область', '/regiony/kurgan/'],
  [
    'roadmap',
    { title: 'Карта', slug: '2024-2025', organizationSlug: 'licej-1' },
    'Карта',
    '/organizacii/licej-1/karta/2024-2025/',
  ],
  [
    'roadmap',
    { title: 'Карта', slug: '2024-2025', regionSlug: 'kurgan' },
    'Карта',
    '/regiony/kurgan/karta/2024-2025/',
  ],
  ['glossaryTerm', { term: 'Куратор', slug: 'kurator' }, 'Куратор', '/glossarij/#kurator'],
  ['siteSettings', {}, 'Без названия', '/'],
])('%s is previewed where the site shows it', (type, fields, title, address) => {
  expect(locationOf(type, fields)).toEqual({
    message: `Адрес на сайте: ${address}`,
    tone: 'positive',
    locations: [{ title, href: `/preview${address}` }],
  })
})

test.each([
  ['practice', { title: 'Рядом' }],
  ['roadmap', { title: 'Карта', slug: '2024-2025' }],
  ['practice', null],
])('nothing is said of a %s without its address', (type, fields) => {
  expect(locationOf(type, fields)).toBeNull()
})
