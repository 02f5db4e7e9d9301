import { expect, test } from 'vitest'
import { readColumnRuns } from './flows.ts'

const RUNS = [
  ['№', '1', '2', '3'],
  ['Мероприятие', 'Издание приказа\nо наставниках', 'Анкетирование педагогов', 'Подведение итогов'],
  ['Срок', 'Сентябрь\n2024', 'Октябрь 2024', 'Май 2025'],
  ['Ответственный', 'Директор', 'Иванова М.П.,\nруководители МО', 'Куратор'],
]

function rowsOf(runs: readonly (readonly string[])[], between: string): string[][] {
  const blocks = readColumnRuns(runs.map((run) => run.join(between)).join('\n\n')) ?? []
  const table = blocks.find((block) => block.type === 'table')
  return table?.rows.slice(1).map(({ cells }) => cells.map((cell) => cell.replaceAll('\u2028', ' '))) ?? []
}

const ROWS = [
  ['1', 'Издание приказа о наставниках', 'Сентябрь 2024', 'Директор'],
  ['2', 'Анкетирование педагогов', 'Октябрь 2024', 'Иванова М.П., руководители МО'],
  ['3', 'Подведение итогов', 'Май 2025', 'Куратор'],
]

test.each(['\n\n', '\n'])('columns one after another become rows, cells parted by %j', (between) => {
  expect(rowsOf(RUNS, between)).toEqual(ROWS)
})

test('a page without headings goes on with the same columns', () => {
  const next = '\f4\n\nКруглый стол\n\nИюнь 2025\n\nМетодист'
  const more = RUNS.map((run, index) => (index === RUNS.length - 1 ? [...run, next] : run))
  expect(rowsOf(more, '\n\n')).toEqual([...ROWS, ['4', 'Круглый стол', 'Июнь 2025', 'Методист']])
})

test('a text without headings is none', () => {
  expect(readColumnRuns('Письмо\n\nбез\n\nтаблицы')).toBeNull()
})
