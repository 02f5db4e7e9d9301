import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test('a table opens in Excel with Russian settings', () => {
  expect(
    writeCsv(
      ['Срок', 'Кто'],
      [
        ['май\u00A02024', 'куратор; «МО»'],
        [7, null],
      ],
    ),
  ).toBe('\uFEFF"Срок";"Кто"\r\n"май 2024";"куратор; «МО»"\r\n7;\r\n')
})

test('a cell is never run as a formula', () => {
  expect(writeCsv(['a'], [['=1+1']])).toContain("'=1+1")
})
