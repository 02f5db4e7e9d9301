import { expect, test } from 'vitest'
import { readResponsible } from '#content/responsible/read-responsible.ts'
import { describeResponsible } from './responsible-meaning.ts'

test.each([
  ['Куратор', 'роли: куратор'],
  ['Бархатнева И.В.', 'люди: Бархатнева И.В. (выберите ниже)'],
  ['—', ''],
])('«%s» is told as «%s»', (words, told) => {
  expect(describeResponsible(readResponsible(words))).toBe(told)
})

test('people, roles and bodies are told apart', () => {
  expect(describeResponsible({ persons: ['Иванова А.А.'], roles: ['директор'], bodies: ['ИРО'] })).toBe(
    'роли: директор; организации: ИРО; люди: Иванова А.А. (выберите ниже)',
  )
})
