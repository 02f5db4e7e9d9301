import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandQuery, normalizeQuery } from './expand-query.ts'
import { repairKeyboardLayout } from './keyboard-layout.ts'
import { editDistance, suggestQuery } from './suggest-words.ts'

test.each([
  { typed: 'yfcnfdybr', meant: 'наставник' },
  { typed: 'vjkjljq gtlfuju', meant: 'молодой педагог' },
  { typed: 'наставник', meant: null },
  { typed: '2024', meant: null },
  { typed: 'pdf', meant: null },
])('the keyboard layout of $typed gives $meant', ({ typed, meant }) => {
  expect(repairKeyboardLayout(typed)).toBe(meant)
})

test.each([
  { asked: 'ЦМН', found: 'целевая модель наставничества' },
  { asked: 'наставники', found: 'наставничество' },
  { asked: 'урок математики', found: 'урок математический' },
  { asked: 'положение об ИОМ', found: 'положение об индивидуальный образовательный маршрут' },
])('$asked also looks for $found', ({ asked, found }) => {
  expect(expandQuery(asked)).toContain(found)
})

test('the first variant is the question itself, none is there twice', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const variants = expandQuery(text)
      const asked = normalizeQuery(text)
      expect(variants[0]).toBe(asked === '' ? undefined : asked)
      expect(new Set(variants).size).toBe(variants.length)
      expect(variants.length).toBeLessThanOrEqual(6)
    }),
  )
})

test.each([
  { asked: 'наставнки', suggested: 'наставники' },
  { asked: 'адатпация', suggested: 'адаптация' },
  { asked: 'наставники', suggested: null },
  { asked: 'синхрофазотрон', suggested: null },
  { asked: 'мол', suggested: null },
])('$asked suggests $suggested', ({ asked, suggested }) => {
  const known = new Map([
    ['наставники', 9],
    ['наставника', 4],
    ['адаптация', 2],
    ['мел', 1],
  ])
  expect(suggestQuery(asked, known)).toBe(suggested)
})

test('edit distance is a metric', () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, other)).toBe(editDistance(other, one))
      expect(editDistance(one, other) === 0).toBe(one === other)
      expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
    }),
  )
})
