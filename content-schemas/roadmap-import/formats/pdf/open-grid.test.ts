import { expect, test } from 'vitest'
import { findOpenGrids } from './open-grid.ts'
import type { PageMarks, PlacedWords } from './page-marks.ts'
import { readRuledPages } from './ruled-pages.ts'

type Line = readonly (readonly [left: number, text: string])[]

/** A page of lines, each so far below the one above; letters are 5 points wide, a space is 3. */
function pageOf(lines: readonly (readonly [down: number, ...Line])[]): PageMarks {
  let baseline = 80
  const words = lines.flatMap(([down, ...cells]) => {
    baseline += down
    return cells.flatMap(([left, text]) => wordsOf(text, left, baseline))
  })
  return { width: 600, height: 800, words, rules: [] }
}

function wordsOf(text: string, left: number, baseline: number): PlacedWords[] {
  let at = left
  return text.split(' ').map((word) => {
    const placed = { text: word, left: at, baseline, width: word.length * 5, height: 10 }
    at += placed.width + 3
    return placed
  })
}

/** Rows of the tables on some pages, the words of each row between bars. */
function readRows(...pages: PageMarks[]): string[] {
  const grids = findOpenGrids(pages)?.map((grid) => (grid ? [grid] : []))
  const blocks = grids ? (readRuledPages(pages, [], grids)?.blocks ?? []) : []
  return blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.map((row) => row.cells.join('|').replaceAll('\u2028', ' ')) : [],
  )
}

const TABLE: readonly (readonly [number, ...Line])[] = [
  [30, [40, '№'], [70, 'Мероприятие'], [300, 'Срок'], [420, 'Ответственный']],
  [20, [70, 'Диагностика затруднений']],
  [20, [40, '1'], [70, 'Анкетирование педагогов со стажем'], [300, 'февраль 2024'], [420, 'Методист']],
  [12, [70, 'до трёх лет']],
  [20, [40, '2'], [70, 'Анализ уроков'], [300, 'март 2024'], [420, 'Методист']],
  [20, [70, 'Обучение и практика']],
  [20, [40, '3'], [70, 'Стажировка'], [300, 'май 2024'], [420, 'Методист']],
  [20, [40, '4'], [70, 'Курсы для наставников'], [300, 'июнь 2024'], [420, 'Директор']],
]
const ROWS = [
  '№|Мероприятие|Срок|Ответственный',
  'Диагностика затруднений',
  '1|Анкетирование педагогов со стажем до трёх лет|февраль 2024|Методист',
  '2|Анализ уроков|март 2024|Методист',
  'Обучение и практика',
  '3|Стажировка|май 2024|Методист',
  '4|Курсы для наставников|июнь 2024|Директор',
]

test('headings of stages alone in the column of activities part rows', () => {
  expect(readRows(pageOf(TABLE))).toEqual(ROWS)
})

test('blocks of approval above a table do not tell its columns', () => {
  const blocks: (readonly [number, ...Line])[] = [
    [0, [40, 'Рассмотрено на заседании методического совета'], [330, 'Утверждаю директор гимназии']],
    [12, [40, 'Протокол первого заседания совета от 30.08.2024'], [330, 'Приказ от 02.09.2024']],
    [12, [40, 'Председатель методического совета гимназии'], [330, 'Директор Дьячкова Ю.С.']],
  ]
  expect(readRows(pageOf([...blocks, [30, [150, 'Дорожная карта наставничества']], ...TABLE]))).toEqual(ROWS)
})

test('a table on a page before has columns of its own', () => {
  const people: (readonly [number, ...Line])[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [
    14,
    [40, `${number}`],
    [55, 'Белова Раиса'],
    [260, 'Сорокин Иван Алексеевич'],
  ])
  expect(readRows(pageOf(people), pageOf(TABLE))).toEqual(ROWS)
})

test('a column that few rows fill is one', () => {
  const lines = TABLE.map((line, index): readonly [number, ...Line] =>
    index === 0 ? [...line, [510, 'Отметка']] : index === 2 ? [...line, [510, 'исполнено']] : line,
  )
  expect(readRows(pageOf(lines))[2]).toBe(
    '1|Анкетирование педагогов со стажем до трёх лет|февраль 2024|Методист|исполнено',
  )
})
