import { defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'

/** A municipality of a region. */
export const municipality = defineType({
  name: 'municipality',
  title: 'Муниципалитет',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Название',
      description: 'Город, район или округ, например «город Шадринск».',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите название муниципалитета.'),
    }),
    definePageAddress({ source: 'name' }),
    defineField({
      name: 'region',
      title: 'Регион',
      type: 'reference',
      to: [{ type: 'region' }],
      validation: (rule) => rule.required().error('Выберите регион, в который входит муниципалитет.'),
    }),
  ],
  orderings: [{ title: 'По названию', name: 'name', by: [{ field: 'name', direction: 'asc' }] }],
  preview: { select: { title: 'name', subtitle: 'region.name' } },
})
