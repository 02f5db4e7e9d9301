import { defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'
import { formatDate } from '../text/dates.ts'

/** Something that happens on a day: a seminar, a contest, a meeting. */
export const event = defineType({
  name: 'event',
  title: 'Событие',
  type: 'document',
  fieldsets: [{ name: 'time', title: 'Когда', options: { columns: 2 } }],
  fields: [
    defineField({
      name: 'title',
      title: 'Название',
      type: 'string',
      validation: (rule) => rule.required().error('Назовите событие.'),
    }),
    definePageAddress({ source: 'title' }),
    defineField({
      name: 'date',
      title: 'Начало',
      type: 'datetime',
      fieldset: 'time',
      validation: (rule) => rule.required().error('Укажите день и час начала.'),
    }),
    defineField({
      name: 'end',
      title: 'Конец',
      type: 'datetime',
      fieldset: 'time',
      validation: (rule) =>
        rule.min(rule.valueOfField('date')).error('Конец раньше начала: проверьте время.'),
    }),
    defineField({ name: 'place', title: 'Место', description: 'Адрес или «онлайн».', type: 'string' }),
    defineField({
      name: 'organization',
      title: 'Кто проводит',
      type: 'reference',
      to: [{ type: 'organization' }],
    }),
    defineField({
      name: 'region',
      title: 'Регион',
      description: 'Для событий всего региона.',
      type: 'reference',
      to: [{ type: 'region' }],
    }),
    defineField({
      name: 'summary',
      title: 'Коротко',
      description: 'О чём и для кого.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'url',
      title: 'Ссылка',
      description: 'Где узнать больше или записаться.',
      type: 'url',
      validation: (rule) =>
        rule.uri({ scheme: ['http', 'https'] }).error('Вставьте ссылку целиком, вместе с https://'),
    }),
  ],
  orderings: [{ title: 'Сначала новые', name: 'newest', by: [{ field: 'date', direction: 'desc' }] }],
  preview: {
    select: { title: 'title', date: 'date', organization: 'organization.name', region: 'region.name' },
    prepare: ({ title, date, organization, region }) => ({
      title: title ?? 'Событие без названия',
      subtitle: [typeof date === 'string' ? formatDate(date.slice(0, 10)) : '', organization ?? region]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
