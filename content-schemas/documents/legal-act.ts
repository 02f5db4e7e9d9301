import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'
import { formatDate } from '../text/dates.ts'
import { LEGAL_ACT_KINDS } from '../vocabulary/legal-act-kinds.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** A law, order or letter that mentoring rests on, with its changes. */
export const legalAct = defineType({
  name: 'legalAct',
  title: 'Нормативный акт',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Название',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Напишите название акта.'),
    }),
    definePageAddress({ source: 'title' }),
    defineField({
      name: 'kind',
      title: 'Вид акта',
      type: 'string',
      options: { list: listOptions(LEGAL_ACT_KINDS) },
      validation: (rule) => rule.required().error('Выберите вид акта.'),
    }),
    defineField({ name: 'number', title: 'Номер', description: 'Без знака №.', type: 'string' }),
    defineField({ name: 'date', title: 'Дата принятия', type: 'date' }),
    defineField({ name: 'inForceFrom', title: 'Действует с', type: 'date' }),
    defineField({
      name: 'url',
      title: 'Ссылка на текст',
      description: 'Лучше всего на официальную публикацию.',
      type: 'url',
      validation: (rule) =>
        rule.uri({ scheme: ['http', 'https'] }).error('Вставьте ссылку целиком, вместе с https://'),
    }),
    defineField({
      name: 'summary',
      title: 'О чём он',
      description: 'Что он значит для школы, простыми словами.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'changes',
      title: 'Изменения',
      description: 'Материалы, которые старше изменения, будут отмечены как устаревшие.',
      type: 'array',
      of: [defineArrayMember({ type: 'legalChange' })],
    }),
  ],
  orderings: [{ title: 'Сначала новые', name: 'newest', by: [{ field: 'date', direction: 'desc' }] }],
  preview: {
    select: { title: 'title', kind: 'kind', number: 'number', date: 'date' },
    prepare: ({ title, kind, number, date }) => ({
      title: title ?? 'Акт без названия',
      subtitle: [
        findTitle(LEGAL_ACT_KINDS, kind),
        date ? `от ${formatDate(date)}` : '',
        number ? `№ ${number}` : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
  },
})
