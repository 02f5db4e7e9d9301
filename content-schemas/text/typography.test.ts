import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindWords } from './typography.ts'

test.each([
  ['работа с наставником', 'работа с~наставником'],
  ['И в школе', 'И~в~школе'],
  ['Бархатнева И.В.', 'Бархатнева~И.~В.'],
  ['Бархатнева И. В. ведёт', 'Бархатнева~И.~В. ведёт'],
  ['И.В. Бархатнева', 'И.~В.~Бархатнева'],
  ['приказ № 88 от 30 апреля', 'приказ №~88 от~30~апреля'],
  ['приказ №88', 'приказ №~88'],
  ['5 практик и 1 200 школ', '5~практик и~1~200~школ'],
  ['на 2026 - 2027 годы', 'на~2026~- 2027~годы'],
  ['Наставник — это опора', 'Наставник~— это~опора'],
  ['знает ли он', 'знает~ли он'],
  ['живёт в г. Курган', 'живёт в~г.~Курган'],
  ['два  пробела', 'два пробела'],
  ['snake_case и_слово', 'snake_case и_слово'],
  ['', ''],
])('%j is bound as %j', (text, bound) => {
  expect(bindWords(text)).toBe(bound.replaceAll('~', '\u00A0'))
})

test('binding changes spaces only and binds nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'аиВ. —№5 _г«»\u00A0'.split('')) }), (text) => {
      const bound = bindWords(text)
      expect(bound.replaceAll(/[ \u00A0]+/g, '')).toBe(text.replaceAll(/[ \u00A0]+/g, ''))
      expect(bindWords(bound)).toBe(bound)
    }),
  )
})
