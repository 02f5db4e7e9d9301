import { expect, test } from 'vitest'
import { readPipes } from './pipes.ts'

/** Cells of the rows of the only table. */
function rowsOf(text: string): string[][] {
  return (readPipes(text) ?? []).flatMap((block) =>
    block.type === 'table' ? block.rows.map((row) => row.cells) : [],
  )
}

test('a row without an edge on the left may begin with an empty cell', () => {
  const merged = [
    'Этап | № | Срок |',
    'Подготовка | 1 | май |',
    ' | 2 | июнь |',
    ' | 3 | июль |',
    '| 4 | август |',
  ]
  expect(rowsOf(merged.join('\n'))).toEqual([
    ['Этап', '№', 'Срок'],
    ['Подготовка', '1', 'май'],
    ['', '2', 'июнь'],
    ['', '3', 'июль'],
    ['', '4', 'август'],
  ])
})

test('edges drawn on both sides are no cells', () => {
  const drawn = ['| Этап | № | Срок |', '|---|---|---|', '| Подготовка | 1 | |', '| | 2 | июнь |']
  expect(rowsOf(drawn.join('\n'))).toEqual([
    ['Этап', '№', 'Срок'],
    ['Подготовка', '1', ''],
    ['', '2', 'июнь'],
  ])
})
