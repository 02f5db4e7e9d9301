import { defineField, defineType } from '@sanity/types'

/** What the importer was not sure of. */
export const importWarning = defineType({
  name: 'importWarning',
  title: 'Замечание при загрузке',
  type: 'object',
  fields: [
    defineField({
      name: 'code',
      title: 'Вид замечания',
      type: 'string',
      readOnly: true,
      validation: (rule) => rule.required().error('Удалите это замечание: у него нет вида.'),
    }),
    defineField({
      name: 'message',
      title: 'Что проверить',
      type: 'text',
      rows: 2,
      readOnly: true,
      validation: (rule) => rule.required().error('Удалите это замечание: в нём нет текста.'),
    }),
    defineField({
      name: 'place',
      title: 'Где это',
      description: 'Этап, строка или место в тексте.',
      type: 'string',
      readOnly: true,
    }),
  ],
  preview: { select: { title: 'message', subtitle: 'place' } },
})
