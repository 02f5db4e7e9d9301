import { expect, test } from 'vitest'
import { readHtmlRoadmap } from '../read-roadmap-file.ts'
import { readOutline } from '../read-roadmap.ts'

const HEADER = ['№', 'Мероприятие', 'Срок', 'Ответственный']

/** The outline of a table of whole rows, as Word has them; a cell «^» goes on from the one above. */
function readRows(rows: string[][]) {
  const cells = (row: string[], index: number) =>
    row.flatMap((words, column) => {
      if (words === '^') return []
      let down = 1
      while (rows[index + down]?.[column] === '^') down += 1
      return `<td rowspan=${down}>${words}</td>`
    })
  return readHtmlRoadmap(
    `<table>${rows.map((row, index) => `<tr>${cells(row, index).join('')}</tr>`).join('')}</table>`,
  ).outline
}

function shown(outline: ReturnType<typeof readRows>) {
  return outline.stages.map(({ title, activities }) => [title, activities.map(({ text }) => text)])
}

const ROWS = [
  ['', 'Диагностика затруднений', '', ''],
  ['1', 'Анкетирование педагогов со стажем до трёх лет', 'февраль 2024 г.', 'Методист'],
  ['2', 'Анализ уроков', 'март 2024 г.', 'Методист'],
  ['', 'Обучение и практика', '', ''],
  ['3', 'Стажировка', 'май 2024 г.', 'Методист'],
]
const STAGES = [
  ['Диагностика затруднений', ['Анкетирование педагогов со стажем до трёх лет', 'Анализ уроков']],
  ['Обучение и практика', ['Стажировка']],
]

test('headings of stages alone in the column of activities', () => {
  expect(shown(readRows([HEADER, ...ROWS]))).toEqual(STAGES)
  expect(shown(readOutline([HEADER, ...ROWS].map((row) => row.join('\t')).join('\n')))).toEqual(STAGES)
})

test('headings of stages alone in the first column, whatever it holds', () => {
  const rows = [
    ['Срок', 'Мероприятие', 'Ответственный'],
    ['I полугодие', '', ''],
    ['октябрь 2024', 'Анкетирование педагогов', 'Методист'],
    ['10.11.2024 – 20.11.2024', 'Анализ уроков', 'Методист'],
    ['II полугодие', '', ''],
    ['март 2025', 'Стажировка', 'Методист'],
  ]
  expect(shown(readRows(rows))).toEqual([
    ['I полугодие', ['Анкетирование педагогов', 'Анализ уроков']],
    ['II полугодие', ['Стажировка']],
  ])
})

test('lines of a cell that begin with capitals are no headings where the line above was full', () => {
  const lines = [
    HEADER,
    ['', 'Диагностика', '', ''],
    ['1', 'Встреча с педагогами', 'февраль 2024 г.', 'Методист'],
    ['', 'города и посёлка', '', ''],
    ['', 'Энергетиков', '', ''],
    ['2', 'Анализ уроков', 'март 2024 г.', 'Методист'],
    ['', 'молодых педагогов', '', ''],
  ]
  expect(shown(readOutline(lines.map((row) => row.join('\t')).join('\n')))).toEqual([
    ['Диагностика', ['Встреча с педагогами города и посёлка Энергетиков', 'Анализ уроков молодых педагогов']],
  ])
})

test('a row torn by a page beside a merged stage goes on', () => {
  const rows = [
    ['Этап', 'Мероприятие', 'Срок', 'Ответственный'],
    ['Подготовка', 'Издание приказа', 'май 2024', 'Директор'],
    ['^', 'Беседы со студентами на', 'июнь 2024', 'Куратор'],
    ['^', 'классных часах', '', ''],
    ['^', 'Тестирование', 'июль 2024', 'Куратор'],
  ]
  expect(shown(readRows(rows))).toEqual([
    ['Подготовка', ['Издание приказа', 'Беседы со студентами на классных часах', 'Тестирование']],
  ])
})

test('a row of totals is no activity, and told of', () => {
  const outline = readRows([
    HEADER,
    ['1', 'Анкетирование педагогов', 'май 2024', 'Методист'],
    ['2', 'Анализ уроков', 'июнь 2024', 'Методист'],
    ['', 'Итого мероприятий: 2', '', ''],
  ])
  expect(shown(outline)).toEqual([[null, ['Анкетирование педагогов', 'Анализ уроков']]])
  expect(outline.warnings.find(({ code }) => code === 'text-left-out')?.message).toContain(
    'Итого мероприятий: 2',
  )
})

test('a list of people drawn above the roadmap in one table with it is another table', () => {
  const outline = readRows([
    ['№', 'Ф.И.О. наставника', 'Ф.И.О. наставляемого', 'Предмет'],
    ['1', 'Белова Р.Н.', 'Сорокин И.А.', 'математика'],
    ['2', 'Гусева Т.О.', 'Лебедь К.К.', 'физика'],
    ['Сроки', 'Мероприятие', 'Ответственный', 'Документ'],
    ['май 2024', 'Анкетирование педагогов', 'Методист', 'Справка'],
    ['июнь 2024', 'Анализ уроков', 'Методист', 'Отчёт'],
  ])
  expect(shown(outline)).toEqual([[null, ['Анкетирование педагогов', 'Анализ уроков']]])
  expect(outline.warnings.map(({ code }) => code)).toContain('table-left-out')
})

test('headings of two rows, each over several lines', () => {
  const lines = [
    ['№', 'Мероприятие', 'Исполнение', '', 'Контроль'],
    ['п/п', '', '', '', ''],
    ['', '', 'Срок', 'Ответственный', 'Отметка о'],
    ['', '', '', '', 'выполнении'],
    ['1', 'Анкетирование', 'май 2024', 'Методист', 'исполнено'],
    ['', 'педагогов', '', '', ''],
    ['2', 'Анализ уроков', 'июнь 2024', 'Методист', ''],
  ]
  const outline = readOutline(lines.map((row) => row.join('\t')).join('\n'))
  expect(outline.columns.map(({ role }) => role)).toEqual([
    'number',
    'activity',
    'deadline',
    'responsible',
    'other',
  ])
  expect(shown(outline)).toEqual([[null, ['Анкетирование педагогов', 'Анализ уроков']]])
})

test('a plan by months prints each once: the rows under it have it too, and a warning', () => {
  const rows = [
    ['Месяц', 'Мероприятие', 'Участники', 'Ответственный', 'Результат'],
    ['Август 2024', 'Совещание кураторов', 'Кураторы', 'Методист', 'Протокол'],
    ['', 'Составление реестра', 'Кураторы', 'Методист', 'Реестр'],
    ['Сентябрь 2024', 'Запуск школы молодого педагога', 'Педагоги', 'Методист', 'План'],
  ]
  for (const outline of [readRows(rows), readOutline(rows.map((row) => row.join('\t')).join('\n'))]) {
    expect(outline.stages[0]?.activities.map(({ deadlines }) => deadlines[0]?.start)).toEqual([
      '2024-08-01',
      '2024-08-01',
      '2024-09-01',
    ])
    expect(outline.warnings.filter(({ code }) => code === 'missing-deadline')).toHaveLength(1)
  }
})
