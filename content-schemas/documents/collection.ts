import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'
import { formatCount } from '../text/plurals.ts'

/** Practices and materials in an order chosen by an editor, with the reasons. */
export const collection = defineType({
  name: 'collection',
  title: 'Сборник',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Название',
      type: 'string',
      validation: (rule) => rule.required().error('Назовите сборник.'),
    }),
    definePageAddress({ source: 'title' }),
    defineField({
      name: 'summary',
      title: 'О сборнике',
      description: 'Кому и зачем он нужен.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'items',
      title: 'Что в сборнике',
      description: 'В том порядке, в каком лучше читать. Порядок меняется перетаскиванием.',
      type: 'array',
      of: [defineArrayMember({ type: 'collectionItem' })],
      validation: (rule) => rule.required().min(1).error('Добавьте хотя бы одну практику или материал.'),
    }),
  ],
  orderings: [{ title: 'По названию', name: 'title', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', items: 'items' },
    prepare: ({ title, items }) => ({
      title: title ?? 'Сборник без названия',
      subtitle: formatCount(Array.isArray(items) ? items.length : 0, ['запись', 'записи', 'записей']),
    }),
  },
})
