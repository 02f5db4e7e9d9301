import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readOutline } from '../read-roadmap.ts'
import { RoadmapImportError } from '../roadmap-import-error.ts'
import { type OutlineWarningCode, WARNING_CODES } from './warning-codes.ts'

const TITLE = 'Дорожная карта наставничества МБОУ СОШ № 7 на 2024-2025 учебный год'
const HEADER = '№\tМероприятия\tСроки\tОтветственные'

/** A roadmap of two ordinary rows and the given cells of a third. */
function roadmap(activity: string, deadline: string, people = 'директор', title = TITLE): string {
  return [
    title,
    '',
    HEADER,
    '1.\tИздание приказа\tСентябрь 2024\tдиректор',
    '2.\tАнкетирование педагогов\tОктябрь 2024\tкуратор',
    `3.\t${activity}\t${deadline}\t${people}`,
  ].join('\n')
}

const PAIRS = '№\tФИО наставника\tДолжность\tФИО наставляемого\n1\tА\tучитель\tБ\n2\tВ\tучитель\tГ'
const UNDATED = roadmap('Беседа', 'II квартал', 'куратор', 'Дорожная карта наставничества').replaceAll(
  ' 2024',
  '',
)

/** A table of which a reader of pages took one column after another. */
const COLUMN_BY_COLUMN = [
  [TITLE],
  ['№', '1', '2', '3', '4'],
  [
    'Мероприятия',
    'Издание приказа',
    'Анкетирование педагогов',
    'Семинар для наставников',
    'Подведение итогов',
  ],
  ['Сроки', 'Сентябрь 2024', 'Октябрь 2024', 'Ноябрь 2024', 'Май 2025'],
  ['Ответственные', 'Директор', 'Куратор', 'Методист', 'Администрация'],
]
  .map((lines) => lines.join('\n'))
  .join('\n\n')

/** A document that gives each of the codes. */
const DOCUMENTS: Readonly<Record<Exclude<OutlineWarningCode, 'no-table'>, string>> = {
  'missing-person': roadmap('Беседа', 'май', ''),
  'missing-deadline': roadmap('Беседа', ''),
  'quarter-without-year': UNDATED,
  'year-missing': UNDATED,
  'year-inferred': roadmap('Беседа', 'май', 'куратор', 'Дорожная карта наставничества'),
  'ambiguous-year': roadmap('Беседа', 'до 2025 г.'),
  'ambiguous-end': roadmap('Беседа', 'до мая'),
  'impossible-date': roadmap('Беседа', 'с 30.09.2024 по 01.09.2024'),
  'duplicate-part': roadmap('Беседа', 'Апрель Апрель'),
  'unread-deadline': roadmap('Беседа', 'как получится'),
  'narrower-than-text': roadmap('Освещение на всех этапах на сайте', 'Июнь 2025'),
  'order-inversion': [
    TITLE,
    '',
    '№\tЭтап\tМероприятия\tСроки\tОтветственные',
    '1.\tПодготовка\tИздание приказа\tЯнварь 2025\tдиректор',
    '2.\tЗавершение\tПодведение итогов\tСентябрь 2024\tдиректор',
  ].join('\n'),
  'mended-word': roadmap('Беседа', 'Сентябр\u2028ь 2024'),
  'column-guessed': roadmap('Беседа', 'май').replace(`${HEADER}\n`, ''),
  'rows-realigned': COLUMN_BY_COLUMN,
  truncated: roadmap('Подготовка материалов о лучших', '', ''),
  'table-left-out': `${roadmap('Беседа', 'май')}\n\nСписок пар\n\n${PAIRS}`,
  'text-left-out': roadmap('Беседа', 'май').replace('3.\t', 'Раздел 1. Отбор\nРаздел 2. Беседы\n3.\t'),
  'region-inferred': roadmap('Беседа', 'май', 'куратор', TITLE.replace('№ 7', '№ 7 г. Кемерово')),
  'dropped-mark': `[bookmark: _Hlk1]${roadmap('Беседа', 'май')}`,
  'no-title': roadmap('Беседа', 'май', 'куратор', ''),
  'no-organization': roadmap('Беседа', 'май', 'куратор', 'Дорожная карта наставничества'),
  'no-period': roadmap('Беседа', 'май', 'куратор', 'Дорожная карта наставничества'),
}

test.each(Object.entries(DOCUMENTS))('the warning «%s» is given with a sentence', (code, text) => {
  const found = readOutline(text).warnings.filter((warning) => warning.code === code)
  expect(found.length).toBeGreaterThan(0)
  for (const warning of found) expect(warning.message).toMatch(/^\p{Lu}[^\n]{10,}[.]$/u)
})

test.each(['missing-person', 'missing-deadline', 'duplicate-part', 'narrower-than-text'] as const)(
  'the warning «%s» tells the row',
  (code) => {
    const found = readOutline(DOCUMENTS[code]).warnings.find((warning) => warning.code === code)
    expect(found?.place).toContain('строка 3')
  },
)

test('words among the cells of a text taken off a page are told of', () => {
  const stamp = 'Исполнитель: Иванова Мария Петровна, педагог, тел. 8 (3522) 44-55-66'
  const text = COLUMN_BY_COLUMN.replace('Сроки', `${stamp}\n\nСроки`)
  const found = readOutline(text).warnings.filter((warning) => warning.code === 'text-left-out')
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(stamp)])
  expect(readOutline(COLUMN_BY_COLUMN).warnings.map(({ code }) => code)).not.toContain('text-left-out')
})

test('a text without a table is refused with a code', () => {
  expect(() => readOutline('Письмо без таблицы.')).toThrow(RoadmapImportError)
  expect(() => readOutline('Письмо без таблицы.')).toThrow(expect.objectContaining({ code: 'no-table' }))
})

test('every code is known to its table once', () => {
  const keys = WARNING_CODES.map((one) => one.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect([...Object.keys(DOCUMENTS), 'no-table'].toSorted()).toEqual(keys.toSorted())
})

test('the guide for editors explains every warning', () => {
  const guide = readFileSync(new URL('../../../docs/rukovodstvo-redaktora.md', import.meta.url), 'utf8')
  const missing = WARNING_CODES.filter(({ title, advice }) => !guide.includes(`**${title}.** ${advice}`))
  expect(missing).toEqual([])
})
