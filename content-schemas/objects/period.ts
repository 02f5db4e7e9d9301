import { defineField, defineType } from '@sanity/types'

/** Days from and to which something lasts, both included. */
export const period = defineType({
  name: 'period',
  title: 'Период',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'start',
      title: 'Первый день',
      type: 'date',
      validation: (rule) => rule.required().error('Укажите первый день периода.'),
    }),
    defineField({
      name: 'end',
      title: 'Последний день',
      type: 'date',
      validation: (rule) => [
        rule.required().error('Укажите последний день периода.'),
        rule.min(rule.valueOfField('start')).error('Последний день раньше первого: поменяйте даты местами.'),
      ],
    }),
  ],
})
