import { expect, test } from 'vitest'
import { readPattern } from './static-paths.ts'

test.each([
  ['praktiki/[slug]', '/praktiki/x/', { slug: 'x' }],
  ['praktiki/[slug]', '/praktiki/forma/x/', null],
  ['praktiki/[slug]', '/praktiki/', null],
  ['praktiki/[...list]', '/praktiki/', { list: undefined }],
  ['praktiki/[...list]', '/praktiki/forma/x/', { list: 'forma/x' }],
  ['praktiki/[...list]', '/praktiki/stranica/2/', { list: 'stranica/2' }],
  ['praktiki/[...list]', '/praktiki/x/', null],
  ['[slug]', '/o-proekte/', { slug: 'o-proekte' }],
  [
    'organizacii/[slug]/karta/[period]/karta.csv',
    '/organizacii/a/karta/2024/karta.csv',
    { slug: 'a', period: '2024' },
  ],
  ['organizacii/[slug]/karta/[period]/karta.csv', '/organizacii/a/karta/2024/karta.json', null],
])('%s takes from %s', (pattern, address, params) => {
  const groups = readPattern(pattern).exec(address)?.groups
  expect(groups === undefined ? null : { ...groups }).toEqual(params)
})
