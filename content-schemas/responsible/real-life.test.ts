import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findNames } from './find-names.ts'
import { readResponsible } from './read-responsible.ts'

/** Cells as schools write them, with everyone in charge: `verbatim, persons, roles, bodies`, parted by `;`. */
const rows = readFileSync(new URL('real-life.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1, -1)
  .map((line) => {
    const [verbatim = '', ...people] = line.split('\t')
    return { verbatim: verbatim.replaceAll('⏎', '\n'), people }
  })

function peopleOf(words: string): string[] {
  const { persons, roles, bodies } = readResponsible(words)
  return [persons, roles, bodies].map((list) => list.join(';'))
}

test.each(rows)('«$verbatim»', ({ verbatim, people }) => {
  expect(peopleOf(verbatim)).toEqual(people)
})

const variants: Record<string, (words: string) => string> = {
  'wide spaces': (words) => ` ${words.replaceAll(/ (?=\S)/g, '  ')} `,
  'spaces that do not break': (words) => words.replaceAll(' ', '\u00a0'),
  'a comma behind': (words) => `${words},`,
  'an empty line in front': (words) => `\n${words}`,
  'letters and their marks apart': (words) => words.normalize('NFD'),
}

test.each(Object.entries(variants))('%s change nobody', (_, vary) => {
  const changed = rows.flatMap(({ verbatim, people }) => {
    if (/\p{L} \p{L} \p{L}/u.test(verbatim)) return []
    const varied = peopleOf(vary(verbatim))
    return varied.join('|') === people.join('|') ? [] : [[vary(verbatim), people, varied]]
  })
  expect(changed).toEqual([])
})

const surname = fc.constantFrom(
  'Иванова',
  'Петров',
  'Сидоренко',
  'Кузнецова-Петрова',
  'Вымышленный',
  'Ёлкина',
)
const initial = fc.constantFrom(...'А Б В Г Е Ж И К Л М Н П Р С Т Ю Я'.split(' '))
const person = fc
  .tuple(surname, initial, initial)
  .map(([name, first, second]) => `${name} ${first}.${second}.`)
const post = fc.constantFrom(
  'директор',
  'куратор',
  'зам. директора по УВР',
  'педагог-психолог',
  'методист ИМЦ',
)
const body = fc.constantFrom(
  'методический совет',
  'рабочая группа',
  'Совет наставников',
  'администрация школы',
)
const writings: Record<string, (name: string) => string> = {
  'surname first': (name) => name,
  'with a space between the initials': (name) => name.replace('.', '. '),
  'in capitals': (name) => name.toUpperCase(),
  'initials first': (name) => name.replace(/^(\S+) (\S+)$/, '$2 $1'),
  'initials first, together': (name) => name.replace(/^(\S+) (\S+)$/, '$2$1'),
}

test.each(Object.entries(writings))('a list of people is read whole: %s', (_, write) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(', ', '; ', '\n', ' / ', ' и '),
      (people, separator) => {
        expect(peopleOf(people.map(write).join(separator))).toEqual([people.join(';'), '', ''])
      },
    ),
  )
})

test('posts, people and bodies come back each in its list', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(post, person), { minLength: 1, maxLength: 3, selector: ([role]) => role }),
      fc.option(body, { nil: null }),
      fc.constantFrom(', ', '; ', '\n'),
      (held, group, separator) => {
        const words = [...held.map(([role, name]) => `${role} ${name}`), ...(group === null ? [] : [group])]
        const { persons, roles, bodies } = readResponsible(words.join(separator))
        expect(persons).toEqual([...new Set(held.map(([, name]) => name))])
        expect(roles).toEqual(held.map(([role]) => role))
        expect(bodies).toEqual(group === null ? [] : [group])
      },
    ),
  )
})

test('no name is left in roles and bodies, and the words are kept', () => {
  const piece = fc.oneof(
    person,
    post,
    body,
    fc.constantFrom('(', ')', ',', '\n', ' - ', 'и', 'Назначить', 'совместно с'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const words = pieces.join(' ')
      const { verbatim, roles, bodies } = readResponsible(words)
      expect(verbatim).toBe(words)
      expect([...roles, ...bodies].flatMap(findNames)).toEqual([])
    }),
  )
})
