import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

test.each([
  ['Круг "Молодой учитель"', 'Круг «Молодой учитель»'],
  ['куратор - наставник', 'куратор_— наставник'],
  ['("вдвоём") в школе', '(«вдвоём») в_школе'],
  ['по-прежнему', 'по-прежнему'],
  ['', ''],
])('%j is set as %j', (text, set) => {
  expect(typeset(text).replaceAll('\u00A0', '_')).toBe(set)
})
