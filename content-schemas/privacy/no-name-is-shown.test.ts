import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LakeDocument } from '../documents/content-document.ts'
import { block, reference, today } from './public-document-fixtures.ts'
import { toPublicDocument } from './public-document.ts'

/** Surnames in the cases and spellings that documents have, by the letters that all of them share. */ /** Surnames in the cases and spellings that documents have, by the letters that all of them share. */
const surnames: Readonly<Record<string, readonly string[]>> = {
  бархатнев: ['Бархатнева', 'Бархатневу', 'Бархатневой', 'БАРХАТНЕВА'],
  шиповнев: ['Шиповнев', 'Шиповнева', 'Шиповневу', 'Шиповневым', 'Шиповневе'],
  соловьев: ['Соловьёв', 'Соловьева', 'Соловьёвым', 'СОЛОВЬЕВ'],
  достоевск: ['Достоевская', 'Достоевскую', 'Достоевской'],
  мельник: ['Мельник', 'Мельника', 'Мельником'],
  коваленк: ['Коваленко', 'КОВАЛЕНКО'],
  водкин: ['Петрова-Водкина', 'Петровой-Водкиной'],
  шве: ['Швец', 'Швецу', 'Швеца'],
}
const initial = fc.constantFrom(...'АБВГДЕИКЛМНОПРСТФЭЮЯ'.split(''))
const written = fc.constantFrom(...Object.keys(surnames)).chain((stem) =>
  fc.record({
    stem: fc.constant(stem),
    nominative: fc.constant(surnames[stem]?.[0] ?? stem),
    surname: fc.constantFrom(...(surnames[stem] ?? [stem])),
    initials: fc.tuple(initial, initial),
    space: fc.constantFrom('', ' ', '\u00A0', '  ', '\u202F'),
    initialsFirst: fc.boolean(),
    noise: fc.constantFrom('', '\u00AD', '\u200B', '\u0301', '\n', '-\n'),
    noiseAt: fc.integer({ min: 2, max: 4 }),
  }),
)
const places = ['title', 'body', 'split', 'verbatim', 'roles', 'extra', 'caption', 'number'] as const

test('no string of the result holds the name of someone without consent', () => {
  fc.assert(
    fc.property(
      fc.array(written, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...places),
      fc.constantFrom('', 'Встречу ведёт ', 'и ', 'В мае. '),
      fc.constantFrom(' ', ', ', ' и ', '\n'),
      fc.constantFrom('', ' в мае', ', Чижова Ж.Ж.', '.'),
      (names, place, before, between, after) => {
        const people = names.map(({ nominative, initials }, index) => ({
          _id: `person-${index}`,
          _type: 'person',
          name: `${nominative} ${initials.join('.')}.`,
          position: 'учитель',
        }))
        const document = placeText(`${before}${names.map(writeName).join(between)}${after}`, place, people)
        const result = toPublicDocument(document, {
          get: (id) => people.find(({ _id }) => _id === id),
          today,
        })
        const strings = collectStrings(result)
        const letters = strings.map((string) =>
          string
            .toLowerCase()
            .replaceAll('ё', 'е')
            .replaceAll(/[^а-я]/g, ''),
        )
        for (const { stem } of names) expect(letters.filter((string) => string.includes(stem))).toEqual([])
        expect(
          strings.filter((string) => /person-\d|[А-ИК-Я]\.\s*[А-ИК-Я]\./.test(string.replaceAll('Ж', 'Й'))),
        ).toEqual([])
      },
    ),
    { numRuns: 1500 },
  )
})

function writeName({
  surname,
  initials,
  space,
  initialsFirst,
  noise,
  noiseAt,
}: {
  surname: string
  initials: [string, string]
  space: string
  initialsFirst: boolean
  noise: string
  noiseAt: number
}): string {
  const noisy = surname.slice(0, noiseAt) + noise + surname.slice(noiseAt)
  const letters = `${initials[0]}.${space}${initials[1]}.`
  return initialsFirst ? `${letters}${space}${noisy}` : `${noisy}${space || ' '}${letters}`
}

function placeText(
  text: string,
  place: (typeof places)[number],
  people: readonly { _id: string }[],
): LakeDocument {
  const put = (where: (typeof places)[number], otherwise = '') => (place === where ? text : otherwise)
  const half = Math.floor(text.length / 2)
  const responsibleOnes = {
    _type: 'responsible',
    _key: 'r',
    verbatim: put('verbatim', 'куратор'),
    persons: people.map(({ _id }) => reference(_id)),
    roles: [put('roles', 'куратор')],
  }
  const activity = {
    _type: 'activity',
    _key: 'a',
    number: put('number'),
    text: put('title', 'Дело'),
    responsible: [responsibleOnes],
    extra: [{ _type: 'extraCell', _key: 'e', heading: 'Отметка', text: put('extra') }],
  }
  return {
    _id: 'r',
    _type: 'roadmap',
    title: put('title'),
    image: { _type: 'image', caption: put('caption') },
    body: [place === 'split' ? block(text.slice(0, half), text.slice(half)) : block(put('body'))],
    stages: [{ _type: 'stage', _key: 's', activities: [activity] }],
  }
}

function collectStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const children = 'children' in value && Array.isArray(value.children) ? value.children : []
  const joined = children
    .map((child: { text?: unknown }) => (typeof child.text === 'string' ? child.text : ''))
    .join('')
  return [joined, ...Object.values(value).flatMap(collectStrings)]
}
