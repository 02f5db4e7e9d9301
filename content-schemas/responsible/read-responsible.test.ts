import * as fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readResponsible, responsibleLikeness } from './read-responsible.ts'

const GOLD = new URL('../../../shared/gold/responsible.tsv', import.meta.url)
const present = existsSync(GOLD)

if (!present) process.stderr.write('read-responsible.test.ts: папки ../shared нет, образцы не проверяются\n')

const gold = present
  ? readFileSync(GOLD, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : []

/** The gold's own letter case of roles varies: compared without it. */
function fold(words: readonly string[]): string {
  return words.join('|').toLowerCase()
}

test.each(gold)('gold %s: «%s»', (_, words = '', persons = '', roles = '', bodies = '') => {
  const reading = readResponsible(words.startsWith('(empty') ? '' : words)
  expect(fold(reading.persons)).toBe(persons.toLowerCase())
  expect(fold(reading.roles)).toBe(roles.toLowerCase())
  expect(fold(reading.bodies)).toBe(bodies.toLowerCase())
})

const cases: (readonly [string, string[], string[], string[]])[] = [
  ['Н.Е. Первый К.А. Второй', ['Первый Н.Е.', 'Второй К.А.'], [], []],
  ['Иванова И.И. Петрова П.П.', ['Иванова И.И.', 'Петрова П.П.'], [], []],
  ['А.А.Иванов, Б.Б.Петров', ['Иванов А.А.', 'Петров Б.Б.'], [], []],
  ['ИВАНОВА И.И', ['Иванова И.И.'], [], []],
  ['Иванова Мария Петровна, директор школы', ['Иванова М.П.'], ['директор школы'], []],
  ['Петрова-Водкина А. Б.', ['Петрова-Водкина А.Б.'], [], []],
  [
    'Иванова И.И. – куратор; Петров П.П. (наставник)',
    ['Иванова И.И.', 'Петров П.П.'],
    ['куратор', 'наставник'],
    [],
  ],
  [
    'Директор Иванов И. И., зам.директора по УВР Петрова А.С.',
    ['Иванов И.И.', 'Петрова А.С.'],
    ['директор', 'зам. директора по УВР'],
    [],
  ],
  ['директор и заместитель директора по УВР, ВР', [], ['директор', 'заместитель директора по УВР, ВР'], []],
  ['классные руководители и педагог-психолог', [], ['классные руководители', 'педагог-психолог'], []],
  ['Руководители МО и кафедр', [], ['руководители МО и кафедр'], []],
  ['заместители директора по УВР и ВР', [], ['заместители директора по УВР и ВР'], []],
  ['Директор ОО Куратор', [], ['директор ОО', 'куратор'], []],
  [
    'Администрация школы, рабочая группа по внедрению',
    [],
    [],
    ['Администрация школы', 'рабочая группа по внедрению'],
  ],
  ['МБОУ СОШ № 5, МБОУ «Лицей № 2»', [], [], ['МБОУ СОШ № 5', 'МБОУ «Лицей № 2»']],
  ['куратор,\u2028методический\u2028совет', [], ['куратор'], ['методический совет']],
  ['заместитель\u2028директора по\u2028УВР', [], ['заместитель директора по УВР'], []],
  ['Куратор Иванова И.И.\n\nКуратор Иванова И.И.', ['Иванова И.И.'], ['куратор'], []],
  ['директор\nделопроизводитель', [], ['директор', 'делопроизводитель'], []],
  ['не указан', [], [], []],
  [' – ', [], [], []],
]

test.each(cases)('«%s»', (words, persons, roles, bodies) => {
  expect(readResponsible(words)).toMatchObject({ verbatim: words, persons, roles, bodies })
})

test('a person keeps the roles that stand before the name', () => {
  const { parties } = readResponsible('Бархатнева И.В., педагог-психолог Парусинова З.У., методический совет')
  expect(parties.map(({ persons, roles, bodies }) => [...persons, ...roles, ...bodies])).toEqual([
    ['Бархатнева И.В.'],
    ['Парусинова З.У.', 'педагог-психолог'],
    ['методический совет'],
  ])
})

test('a torn word is mended and said', () => {
  expect(readResponsible('руководит ели МО').mends).toEqual([{ from: 'руководит ели', to: 'руководители' }])
})

test.each([
  ['Иванова М.П.', true],
  ['директор, заместитель директора', true],
  ['Сентябрь 2024', false],
  ['Организация обучающего семинара для наставников: цели, роли, инструменты', false],
  ['Проведение педагогического совета', false],
])('«%s» looks like people in charge: %s', (words, likely) => {
  expect(responsibleLikeness(words) > 0.7).toBe(likely)
})

test('any letters are read without an error, the words unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
      expect(readResponsible(words).verbatim).toBe(words)
    }),
  )
})

test('remarks that name nobody stay with the words of their party, telephones do not', () => {
  const { parties, roles, bodies } = readResponsible(
    'Совет школы (по согласованию), методист и др., психолог, тел. 8 900 000-00-00',
  )
  expect(parties.map(({ verbatim }) => verbatim)).toEqual([
    'Совет школы (по согласованию)',
    'методист и др.',
    'психолог',
  ])
  expect([bodies, roles]).toEqual([['Совет школы'], ['методист', 'психолог']])
})
