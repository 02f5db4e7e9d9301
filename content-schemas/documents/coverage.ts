import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { illustrationFields, illustrationOptions } from '../objects/illustration.ts'
import { definePageAddress } from '../objects/page-address.ts'
import { formatDate } from '../text/dates.ts'
import { CHANNELS } from '../vocabulary/channels.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** The day where the editor is, YYYY-MM-DD. */
const LOCAL_DAY = new Intl.DateTimeFormat('sv-SE')

/** What was published about the activities of a roadmap, where and when. */
export const coverage = defineType({
  name: 'coverage',
  title: 'Публикация о наставничестве',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Заголовок',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите заголовок публикации.'),
    }),
    defineField({
      name: 'url',
      title: 'Ссылка на публикацию',
      description: 'Скопируйте адрес из строки браузера.',
      type: 'url',
      validation: (rule) =>
        rule.uri({ scheme: ['http', 'https'] }).error('Вставьте ссылку целиком, вместе с https://'),
    }),
    defineField({
      name: 'channel',
      title: 'Где опубликовано',
      type: 'string',
      description: 'Определяется по ссылке; если нет, выберите сами.',
      options: { list: listOptions(CHANNELS), layout: 'radio' },
      validation: (rule) => rule.required().error('Выберите, где это опубликовано.'),
    }),
    defineField({
      name: 'date',
      title: 'Когда опубликовано',
      type: 'date',
      initialValue: () => LOCAL_DAY.format(new Date()),
      validation: (rule) => rule.required().error('Укажите день публикации.'),
    }),
    defineField({
      name: 'roadmap',
      title: 'Дорожная карта',
      description: 'О какой карте рассказывает публикация.',
      type: 'reference',
      to: [{ type: 'roadmap' }],
      validation: (rule) => rule.required().error('Выберите дорожную карту.'),
    }),
    defineField({
      name: 'activities',
      title: 'Мероприятия карты',
      description: 'О каких мероприятиях рассказывает публикация. Можно выбрать несколько.',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      validation: (rule) =>
        rule.min(1).warning('Выберите мероприятия, иначе публикация не закроет ни одной строки карты.'),
    }),
    defineField({
      name: 'summary',
      title: 'Коротко',
      description: 'Два-три предложения: что было и чем закончилось.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'photos',
      title: 'Фотографии',
      description: 'Детей и взрослых — только с их согласия на публикацию фотографий.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'image',
          title: 'Фотография',
          options: illustrationOptions,
          fields: illustrationFields,
          validation: (rule) =>
            rule.assetRequired().error('Добавьте фотографию или удалите пустое место для неё.'),
        }),
      ],
    }),
    defineField({ name: 'body', title: 'Текст', type: 'richText' }),
    definePageAddress({ source: 'title' }),
  ],
  orderings: [{ title: 'Сначала новые', name: 'newest', by: [{ field: 'date', direction: 'desc' }] }],
  preview: {
    select: {
      title: 'title',
      channel: 'channel',
      date: 'date',
      organization: 'roadmap.organization.name',
      media: 'photos.0',
    },
    prepare: ({ title, channel, date, organization, media }) => ({
      title: title ?? 'Публикация без заголовка',
      subtitle: [date ? formatDate(date) : '', findTitle(CHANNELS, channel), organization]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
