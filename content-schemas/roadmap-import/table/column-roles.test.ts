import { expect, test } from 'vitest'
import { countHeadings, listsPeople, roleOfHeading } from './column-roles.ts'

test.each([
  ['№ п/п', 'number'],
  ['N', 'number'],
  ['№ этапа', 'number'],
  ['Наименование мероприятия', 'activity'],
  ['Содержание деятельности и примерный план мероприятий', 'activity'],
  ['Содержание этапа', 'activity'],
  ['Виды работ', 'activity'],
  ['Виды деятельности', 'activity'],
  ['Мероприятия/действия', 'activity'],
  ['Тема, содержание деятельности', 'activity'],
  ['Задача / мероприятие', 'activity'],
  ['Форма и тема мероприятия', 'activity'],
  ['Вопросы для обсуждения', 'activity'],
  ['Что делаем', 'activity'],
  ['Название этапа', 'stage'],
  ['Этапы реализации', 'stage'],
  ['Направление деятельности', 'stage'],
  ['Раздел', 'stage'],
  ['Модуль', 'stage'],
  ['Задачи', 'stage'],
  ['Сроки проведения', 'deadline'],
  ['Дата', 'deadline'],
  ['Дата проведения', 'deadline'],
  ['Период', 'deadline'],
  ['Месяц', 'deadline'],
  ['Когда', 'deadline'],
  ['Исполнение Срок', 'deadline'],
  ['Исполнение Ответственный', 'responsible'],
  ['Контроль Отметка о выполнении', 'other'],
  ['Что получим', 'result'],
  ['Дата начала', 'deadline'],
  ['Окончание', 'deadline'],
  ['Сроки и место проведения', 'deadline'],
  ['Ответственный исполнитель', 'responsible'],
  ['Исполнители', 'responsible'],
  ['Кто проводит', 'responsible'],
  ['Ответств.', 'responsible'],
  ['Ф. И. О. ответственного, должность', 'responsible'],
  ['Должностное лицо', 'responsible'],
  ['Планируемый результат', 'result'],
  ['Ожидаемый продукт', 'result'],
  ['Критерии эффективности', 'result'],
  ['Результат, вид документа', 'result'],
  ['Форма отчётности', 'documents'],
  ['Подтверждающий документ', 'documents'],
  ['Рекомендуемые документы для этапа', 'documents'],
  ['Примечание', 'other'],
  ['Отметка о выполнении', 'other'],
  ['Фактический срок', 'other'],
  ['Возможные риски', 'other'],
  ['Участники', 'other'],
  ['Целевая аудитория', 'other'],
  ['Форма проведения', 'other'],
  ['Место проведения', 'other'],
  ['Количество участников', 'other'],
  ['Школа № 5', null],
  ['', null],
])('the heading «%s» is of role %s', (heading, role) => {
  expect(roleOfHeading(heading)).toBe(role)
})

test.each([
  [['№', 'Мероприятия', 'Сроки', 'Ответственные'], 4],
  [['Месяц', 'Содержание', 'Ответственный'], 3],
  [['№', 'ФИО наставника', 'ФИО наставляемого', 'Дата'], 0],
  [['1.', 'Разработка плана', 'май 2025', 'куратор'], 0],
])('%j hold %i headings', (cells, count) => {
  expect(countHeadings(cells)).toBe(count)
})

test('a list of pairs is told from a roadmap by its headings', () => {
  expect(listsPeople(['№', 'ФИО наставника', 'Должность', 'ФИО наставляемого', 'Дата закрепления'])).toBe(
    true,
  )
  expect(listsPeople(['№', 'Мероприятие', 'Наставник', 'Класс'])).toBe(false)
  expect(listsPeople(['№', 'Мероприятия', 'Сроки', 'Ответственные'])).toBe(false)
})
