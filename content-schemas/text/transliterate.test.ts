import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { transliterate } from './transliterate.ts'

test.each([
  ['Курганская область', 'kurganskaya-oblast'],
  ['Марий Эл', 'marij-el'],
  ['МБОУ «Лицей № 2» г. Шадринска', 'mbou-licej-2-g-shadrinska'],
  ['Ёлка и ежи', 'elka-i-ezhi'],
  ['Ёлка'.normalize('NFD'), 'elka'],
  ['Объём — 5 %', 'obem-5'],
  ['Щука, цапля, хорёк, юла, яма', 'shchuka-caplya-horek-yula-yama'],
  ['Already-Latin 2024', 'already-latin-2024'],
  ['Kräftig', 'kraftig'],
  ['—', ''],
  ['', ''],
])('«%s» has the address %s', (text, address) => {
  expect(transliterate(text)).toBe(address)
})

test('a long text is cut at a word', () => {
  expect(transliterate('наставник '.repeat(20), 30)).toBe('nastavnik-nastavnik-nastavnik')
  expect(transliterate('н'.repeat(50), 30)).toHaveLength(30)
})

test('the result is an address, and its own address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const address = transliterate(text)
      expect(address).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      expect(address.length).toBeLessThanOrEqual(96)
      expect(transliterate(address)).toBe(address)
    }),
  )
})
