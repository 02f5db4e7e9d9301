import { expect, test } from 'vitest'
import { findTerms, readTerm } from './find-terms.ts'

const terms = [
  readTerm('nastavnik', 'Наставник', 'Помогает другому.', ['ментор']),
  readTerm('nastavlyaemyj', 'Наставляемый', 'Кому помогают.', []),
  readTerm('para', 'Наставническая пара', 'Двое.', ['пара']),
  readTerm('mo', 'Методическое объединение', 'Группа педагогов.', ['МО', 'ШМО']),
]

/** Terms in square brackets. */
function mark(text: string, met = new Set<string>()): string {
  return findTerms(text, terms, met)
    .map((piece) => (piece.term === null ? piece.text : `[${piece.text}]`))
    .join('')
}

test.each([
  [
    'any case and number',
    'Спросите наставников и наставляемого.',
    'Спросите [наставников] и [наставляемого].',
  ],
  [
    'terms of several words',
    'В\u00A0наставнической\u00A0паре двое.',
    'В\u00A0[наставнической\u00A0паре] двое.',
  ],
  ['abbreviations', 'Заседание ШМО прошло.', 'Заседание [ШМО] прошло.'],
  ['the first use only', 'Наставник ждёт наставника.', '[Наставник] ждёт наставника.'],
  ['no parts of other words', 'Наставничество и соннаставник.', 'Наставничество и соннаставник.'],
  ['no everyday synonyms', 'Пара слов о менторе.', 'Пара слов о менторе.'],
  ['nothing where there is nothing', 'Урок.', 'Урок.'],
])('finds %s', (_, text, marked) => {
  expect(mark(text)).toBe(marked)
})

test('what was explained before is not explained again', () => {
  expect(mark('Наставник и МО.', new Set(['nastavnik']))).toBe('Наставник и [МО].')
})
