import { expect, test } from 'vitest'
import type { NeutralRow } from '#content/roadmap-import/neutral-document.ts'
import { layOutCells } from './table-spans.ts'

const row = (cells: string[], more: Partial<NeutralRow> = {}): NeutralRow => ({
  cells,
  gapBefore: false,
  spanning: false,
  ...more,
})

test('a cell over three rows is drawn once, a heading over the whole width', () => {
  const rows = [
    row(['Этап'], { spanning: true }),
    row(['1', 'май', 'Приказ']),
    row(['2', '', 'Анкеты'], { merged: [1] }),
    row(['3', '', ''], { merged: [1] }),
  ]
  expect(
    layOutCells(rows).map((cells) => cells.map(({ text, rows: down, columns }) => [text, down, columns])),
  ).toEqual([
    [['Этап', 1, 3]],
    [
      ['1', 1, 1],
      ['май', 3, 1],
      ['Приказ', 1, 1],
    ],
    [
      ['2', 1, 1],
      ['Анкеты', 1, 1],
    ],
    [
      ['3', 1, 1],
      ['', 1, 1],
    ],
  ])
})

test('what goes on from nothing is drawn all the same', () => {
  expect(layOutCells([row(['', 'а'], { merged: [0] })])[0]).toHaveLength(2)
})
