import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindWords, typeset } from './bind-words.ts'

const show = (text: string) => text.replaceAll('\u00A0', '_')

test.each([
  ['в школе и на сайте', 'в_школе и_на_сайте'],
  ['Опыт о том, как мы', 'Опыт о_том, как_мы'],
  ['И.В. Кухтачева', 'И.В._Кухтачева'],
  ['Кухтачева И.В., куратор', 'Кухтачева_И.В., куратор'],
  ['К. А. Второй', 'К.А._Второй'],
  ['5 практик', '5_практик'],
  ['приказ № 88', 'приказ №_88'],
  ['апрель — сентябрь', 'апрель_— сентябрь'],
  ['то ли да, то ли нет', 'то_ли да, то_ли нет'],
  ['', ''],
])('binds %j', (text, bound) => {
  expect(show(bindWords(text))).toBe(bound)
})

test.each([
  ['Круг "Молодой учитель"', 'Круг «Молодой учитель»'],
  ['куратор - наставник', 'куратор_— наставник'],
  ['по-прежнему', 'по-прежнему'],
])('typesets %j', (text, set) => {
  expect(show(typeset(text))).toBe(set)
})

test('quoted words keep every character but spaces', () => {
  const russian = fc.stringMatching(/^[а-яА-ЯёЁ .,«»№0-9—-]*$/)
  fc.assert(
    fc.property(russian, (text) => {
      expect(bindWords(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    }),
  )
})
