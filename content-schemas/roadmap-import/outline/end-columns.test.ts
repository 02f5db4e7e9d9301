import { expect, test } from 'vitest'
import { readOutline } from '../read-roadmap.ts'

/** Deadlines of a table with the given headings of dates, a row for each list of dates. */
function deadlines(headings: string[], ...rows: string[][]) {
  const lines = [
    ['Мероприятие', ...headings, 'Ответственный'],
    ...rows.map((dates, index) => [`Провести встречу наставников ${index + 1}`, ...dates, 'Директор']),
  ]
  const text = `Дорожная карта наставничества на 2024 год\n\n${lines.map((cells) => cells.join('\t')).join('\n')}`
  return readOutline(text).stages.flatMap(({ activities }) =>
    activities.flatMap((activity) => activity.deadlines.map(({ kind, start, end }) => [kind, start, end])),
  )
}

test.each(['Окончание', 'Дата завершения', 'Крайний срок'])(
  'a date under «%s» is the last day',
  (heading) => {
    expect(deadlines([heading], ['10.01.2024'], ['15.02.2024'], ['май 2024'])).toEqual([
      ['by-date', null, '2024-01-10'],
      ['by-date', null, '2024-02-15'],
      ['month', '2024-05-01', '2024-05-31'],
    ])
  },
)

test('«Начало» and «Окончание» span the days between them', () => {
  expect(
    deadlines(
      ['Начало', 'Окончание'],
      ['10.01.2024', '31.01.2024'],
      ['', '15.02.2024'],
      ['01.03.2024', '01.03.2024'],
    ),
  ).toEqual([
    ['date-range', '2024-01-10', '2024-01-31'],
    ['by-date', null, '2024-02-15'],
    ['date', '2024-03-01', '2024-03-01'],
  ])
})
