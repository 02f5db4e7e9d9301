import { expect, test } from 'vitest'
import { describeLicence, describeTermsOfUse } from './terms-of-use.ts'

const work = {
  title: 'Урок "на двоих"',
  authors: ['Иванов И.И.', 'учитель'],
  publisher: 'Лицей № 2',
  year: '2026',
  address: 'https://kopilka.example/praktiki/urok/',
  licence: 'cc-by',
} as const
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test.each([
  [
    'authors and publisher',
    work,
    'Иванов И.И., учитель. Урок «на двоих» // Лицей № 2. 2026. URL: https://kopilka.example/praktiki/urok/',
  ],
  [
    'an author whose name ends with a point',
    { ...work, authors: ['Иванов И.И.'], publisher: '' },
    'Иванов И.И. Урок «на двоих». 2026. URL: https://kopilka.example/praktiki/urok/',
  ],
  [
    'nobody',
    { ...work, authors: [], publisher: '' },
    'Урок «на двоих». 2026. URL: https://kopilka.example/praktiki/urok/',
  ],
])('a work with %s is cited', (_, given, expected) => {
  expect(plain(describeTermsOfUse(given).citation)).toBe(expected)
})

test.each([
  ['cc-by', { license: 'https://creativecommons.org/licenses/by/4.0/deed.ru' }],
  ['own', {}],
  [undefined, {}],
] as const)('machines are told the licence %s as far as it has an address', (licence, expected) => {
  expect(describeLicence(describeTermsOfUse({ ...work, licence }))).toEqual(expected)
})
