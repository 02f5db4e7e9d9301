import { defineField, defineType } from '@sanity/types'

/** One step of a practice. */
export const step = defineType({
  name: 'step',
  title: 'Шаг',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Что сделали',
      description: 'Несколькими словами.',
      type: 'string',
      validation: (rule) => rule.required().error('Назовите шаг несколькими словами.'),
    }),
    defineField({
      name: 'text',
      title: 'Подробнее',
      description: 'Как именно, чтобы другой смог повторить.',
      type: 'text',
      rows: 3,
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'text' } },
})
