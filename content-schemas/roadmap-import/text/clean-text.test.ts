import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'

test.each([
  ['Latin letters in Russian words', 'Cентябрь, дирeктор, Pазработка', 'Сентябрь, директор, Разработка'],
  ['a Latin preposition before a date', 'c 01.09.2024 по 30.09.2024', 'с 01.09.2024 по 30.09.2024'],
  ['foreign words', 'Telegram-канал, PR-кампания, VK, IT', 'Telegram-канал, PR-кампания, VK, IT'],
  ['roman numerals', 'I. Подготовка, XX век', 'I. Подготовка, XX век'],
  ['line ends and bullets', 'один\r\n\uf0b7 два\u00a0три', 'один\n• два три'],
  ['soft hyphens', 'настав\u00adник', 'наставник'],
])('%s', (_, source, text) => {
  expect(cleanText(source).text).toBe(text)
})

test.each([
  ['[bookmark: _Hlk1]Карта', '[bookmark: _Hlk1]'],
  ['Карта\n- 2 -\nконец', '- 2 -'],
  ['Карта\nстр. 3 из 7\nконец', 'стр. 3 из 7'],
])('%j leaves out a mark and tells of it', (source, mark) => {
  expect(cleanText(source).dropped).toContain(mark)
})
