import { defineField, defineType } from '@sanity/types'
import { nameInferredField } from '../deadlines/describe-inference.ts'

/** What the reader of a document supplied itself, and where it took it from. */
export const inference = defineType({
  name: 'inference',
  title: 'Додуманное',
  type: 'object',
  fields: [
    defineField({
      name: 'field',
      title: 'Что додумано',
      type: 'string',
      validation: (rule) => rule.required().error('Укажите, какое значение додумано.'),
    }),
    defineField({
      name: 'from',
      title: 'Откуда взято',
      type: 'string',
      validation: (rule) => rule.required().error('Укажите, откуда взято значение.'),
    }),
  ],
  preview: {
    select: { field: 'field', from: 'from' },
    prepare: ({ field, from }) => ({ title: nameInferredField(String(field ?? '')), subtitle: from }),
  },
})
