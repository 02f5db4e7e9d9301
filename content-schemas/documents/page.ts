import { defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'

/** A page of plain text: about the project, accessibility, personal data. */
export const page = defineType({
  name: 'page',
  title: 'Страница',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Заголовок',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите заголовок страницы.'),
    }),
    definePageAddress({ source: 'title' }),
    defineField({
      name: 'body',
      title: 'Текст',
      type: 'richText',
      validation: (rule) => rule.required().error('Напишите текст страницы.'),
    }),
  ],
  orderings: [{ title: 'По заголовку', name: 'title', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', address: 'slug.current' },
    prepare: ({ title, address }) => ({
      title: title ?? 'Страница без заголовка',
      subtitle: address ? `/${address}/` : '',
    }),
  },
})
