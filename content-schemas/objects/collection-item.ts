import { defineField, defineType } from '@sanity/types'

/** A practice or material in a collection, with the editor's reason for it. */
export const collectionItem = defineType({
  name: 'collectionItem',
  title: 'Что в сборнике',
  type: 'object',
  fields: [
    defineField({
      name: 'item',
      title: 'Практика или материал',
      type: 'reference',
      to: [{ type: 'practice' }, { type: 'material' }],
      validation: (rule) => rule.required().error('Выберите практику или материал.'),
    }),
    defineField({
      name: 'reason',
      title: 'Почему это здесь',
      description: 'Одно-два предложения: чем это поможет читателю.',
      type: 'text',
      rows: 2,
    }),
  ],
  preview: {
    select: { practice: 'item.title', reason: 'reason', media: 'item.image' },
    prepare: ({ practice, reason, media }) => ({ title: practice ?? 'Не выбрано', subtitle: reason, media }),
  },
})
