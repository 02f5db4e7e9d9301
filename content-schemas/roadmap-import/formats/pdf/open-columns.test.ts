import { expect, test } from 'vitest'
import { findGutters } from './open-columns.ts'
import { readSlots } from './open-slots.ts'
import type { PageMarks, PlacedWords } from './page-marks.ts'

/** A page of lines 12 points apart; each word stands where it begins, its letters 5 points wide. */
function pageOf(lines: readonly (readonly (readonly [left: number, text: string])[])[]): PageMarks {
  const words = lines.flatMap((line, index) =>
    line.flatMap(([left, text]) => wordsOf(text, left, 100 + index * 12)),
  )
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

const ROWS = pageOf([
  [
    [55, '№'],
    [79, 'Этап'],
    [200, 'Мероприятие'],
  ],
  [
    [72, '1'],
    [79, 'Подготовка условий'],
    [200, 'Приказ о наставниках'],
  ],
  [
    [72, '2'],
    [79, 'Банк наставляемых'],
    [200, 'Анкеты для педагогов'],
  ],
  [
    [72, '3'],
    [79, 'Обучение'],
    [200, 'Семинар для наставников'],
  ],
  [
    [72, '4'],
    [79, 'Итоги'],
    [200, 'Заседание совета'],
  ],
])

test('numbers at the right of their column stand close to the words behind them', () => {
  const gutters = findGutters([ROWS])
  expect(gutters).toHaveLength(2)
  expect(readSlots(ROWS, gutters).map((slot) => slot.cells)).toContainEqual([
    '2',
    'Банк наставляемых',
    'Анкеты для педагогов',
  ])
})

test('a list in the first column is not cut into numbers and words', () => {
  const listed = pageOf([
    [
      [55, 'Мероприятие'],
      [200, 'Срок'],
    ],
    [
      [55, '1. Приказ'],
      [200, 'май'],
    ],
    [[55, 'о наставниках']],
    [
      [55, '2. Анкеты'],
      [200, 'июнь'],
    ],
    [
      [55, 'для педагогов'],
      [200, 'и июль'],
    ],
    [
      [55, '3. Семинар'],
      [200, 'август'],
    ],
  ])
  expect(findGutters([listed])).toHaveLength(1)
})

test('the last line of a title right above the table is not of its headings, wherever its spaces stand', () => {
  const title = 'Дорожная карта системы наставничества школы на две тысячи двадцать четвёртый'
  const page: PageMarks = {
    ...ROWS,
    words: [...wordsOf(title, 55, 76), ...wordsOf('2025 учебный год', 55, 88), ...ROWS.words],
  }
  const slots = readSlots(page, findGutters([ROWS]))
  expect(slots.slice(0, 2).map(({ across, cells }) => [across, cells])).toEqual([
    [true, [title]],
    [true, ['2025 учебный год']],
  ])
})
