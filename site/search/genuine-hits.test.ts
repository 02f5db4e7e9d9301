import { expect, test } from 'vitest'
import { isGenuine, listMissed } from './genuine-hits.ts'

test.each([
  ['другая форма слова', 'опыт <mark>наставников,</mark> школы', ['наставник'], true],
  ['ё и е', '<mark>ёлка</mark>', ['елка'], true],
  ['начало слова вместо слова', 'учит <mark>на</mark> деле, <mark>нас</mark>', ['наставнки'], false],
  ['одно из двух слов', '<mark>молодой</mark> и <mark>учебный</mark>', ['молодой', 'учтель'], true],
  ['без отметок', 'просто текст', ['урок'], true],
])('%s', (_, excerpt, words, genuine) => {
  expect(isGenuine(excerpt, words)).toBe(genuine)
})

test('the words that were not found are named', () => {
  expect(
    listMissed(['<mark>молодой</mark>', '<mark>молодые</mark> <mark>уч</mark>'], ['молодой', 'учтель']),
  ).toEqual(['учтель'])
})
