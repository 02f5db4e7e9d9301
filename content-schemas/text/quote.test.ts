import { expect, test } from 'vitest'
import { quote } from './quote.ts'

test.each([
  ['Урок на двоих', '«Урок на двоих»'],
  ['МБОУ «Лицей № 3»', '«МБОУ „Лицей № 3“»'],
  ['«Тихий час»: опыт', '«„Тихий час“: опыт»'],
])('%s in quotes is %s', (words, quoted) => {
  expect(quote(words)).toBe(quoted)
})
