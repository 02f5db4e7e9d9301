import { defineField } from '@sanity/types'
import { DEADLINE_KINDS } from '../vocabulary/deadline-kinds.ts'
import { listOptions } from '../vocabulary/vocabulary-table.ts'

/** Fields that a deadline and each of its parts have alike: the words of the document and their meaning. */
export const deadlineFields = [
  defineField({
    name: 'verbatim',
    title: 'Слова документа',
    description: 'Как срок записан в таблице, например «до 30 сентября 2024 г.».',
    type: 'string',
    validation: (rule) => rule.required().error('Запишите срок словами, как в документе.'),
  }),
  defineField({
    name: 'kind',
    title: 'Вид срока',
    type: 'string',
    options: { list: listOptions(DEADLINE_KINDS) },
    validation: (rule) => rule.required().error('Выберите, как понимать этот срок.'),
  }),
  defineField({
    name: 'start',
    title: 'Первый день',
    description: 'Пусто, если известен только последний.',
    type: 'date',
  }),
  defineField({
    name: 'end',
    title: 'Последний день',
    type: 'date',
    validation: (rule) =>
      rule.min(rule.valueOfField('start')).error('Последний день раньше первого: проверьте даты.'),
  }),
  defineField({
    name: 'recurrence',
    title: 'Как повторяется',
    description: 'Запись правила повторения для календаря. Заполняется при распознавании.',
    type: 'string',
    validation: (rule) =>
      rule
        .regex(/^FREQ=[A-Z]+(;[A-Z]+=[^;=]+)*$/)
        .error('Очистите поле и выберите вид срока заново: правило повторения записано с ошибкой.'),
  }),
]
