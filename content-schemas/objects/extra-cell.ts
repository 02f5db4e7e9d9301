import { defineField, defineType } from '@sanity/types'

/** A cell of a column that has no field of its own. */
export const extraCell = defineType({
  name: 'extraCell',
  title: 'Ячейка другого столбца',
  type: 'object',
  fields: [
    defineField({
      name: 'heading',
      title: 'Заголовок столбца',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите, как назван столбец в документе.'),
    }),
    defineField({
      name: 'text',
      title: 'Текст',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Напишите текст ячейки или удалите её.'),
    }),
  ],
  preview: { select: { title: 'text', subtitle: 'heading' } },
})
