import { expect, test } from 'vitest'
import { decodeBytes } from './decode-bytes.ts'

test('a page in UTF-8 that calls itself windows-1251 is read as it is', () => {
  const page = '<meta charset="windows-1251"><p>Дорожная карта</p>'
  expect(decodeBytes(new TextEncoder().encode(page))).toBe(page)
})
