import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'

/** A word of mentoring explained. */
export const glossaryTerm = defineType({
  name: 'glossaryTerm',
  title: 'Термин',
  type: 'document',
  fields: [
    defineField({
      name: 'term',
      title: 'Термин',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите термин.'),
    }),
    definePageAddress({ source: 'term' }),
    defineField({
      name: 'definition',
      title: 'Что это значит',
      description: 'Простыми словами, одним-двумя предложениями.',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Объясните термин простыми словами.'),
    }),
    defineField({
      name: 'synonyms',
      title: 'Другие названия и сокращения',
      description: 'По ним термин тоже найдут. Каждое отдельной строкой.',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
  ],
  orderings: [{ title: 'По алфавиту', name: 'term', by: [{ field: 'term', direction: 'asc' }] }],
  preview: { select: { title: 'term', subtitle: 'definition' } },
})
