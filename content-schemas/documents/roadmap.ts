import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'
import { describeYears, proposeRoadmapAddress } from './roadmap-address.ts'
import { checkSingleOwner } from './single-owner.ts'
import { isRoadmapAddressFree } from '../queries/page-addresses.ts'
import { formatCount } from '../text/plurals.ts'
import { LEVELS } from '../vocabulary/levels.ts'
import { ROADMAP_MODELS } from '../vocabulary/roadmap-models.ts'
import { listOptions } from '../vocabulary/vocabulary-table.ts'

/** A plan of mentoring of one organisation or region: stages, activities, deadlines, people in charge. */
export const roadmap = defineType({
  name: 'roadmap',
  title: 'Дорожная карта',
  type: 'document',
  groups: [
    { name: 'main', title: 'Главное', default: true },
    { name: 'plan', title: 'Этапы и мероприятия' },
    { name: 'approval', title: 'Утверждение' },
    { name: 'source', title: 'Исходный документ' },
  ],
  fieldsets: [{ name: 'owner', title: 'Чья это карта: организации или региона', options: { columns: 2 } }],
  fields: [
    defineField({
      name: 'title',
      title: 'Название',
      description: 'Как в документе.',
      type: 'text',
      rows: 2,
      group: 'main',
      validation: (rule) => rule.required().error('Напишите название дорожной карты.'),
    }),
    defineField({
      name: 'organization',
      title: 'Организация',
      type: 'reference',
      to: [{ type: 'organization' }],
      group: 'main',
      fieldset: 'owner',
    }),
    defineField({
      name: 'region',
      title: 'Регион',
      description: 'Только для карты всего региона.',
      type: 'reference',
      to: [{ type: 'region' }],
      group: 'main',
      fieldset: 'owner',
    }),
    defineField({
      name: 'level',
      title: 'Уровень',
      type: 'string',
      options: { list: listOptions(LEVELS) },
      group: 'main',
      validation: (rule) =>
        rule.required().error('Выберите, для кого составлена карта: школа, детский сад и так далее.'),
    }),
    defineField({
      name: 'model',
      title: 'Система наставничества',
      type: 'string',
      options: { list: listOptions(ROADMAP_MODELS), layout: 'radio' },
      initialValue: 'teachers',
      group: 'main',
    }),
    defineField({
      name: 'period',
      title: 'На какой срок',
      description: 'Первый и последний день. Учебный год — с 1 сентября по 31 мая.',
      type: 'period',
      group: 'main',
    }),
    definePageAddress({ source: proposeRoadmapAddress, group: 'main', isUnique: isRoadmapAddressFree }),
    defineField({
      name: 'supersedes',
      title: 'Какую карту заменяет',
      description: 'Прежняя карта той же организации, если она была.',
      type: 'reference',
      to: [{ type: 'roadmap' }],
      group: 'main',
    }),
    defineField({
      name: 'stages',
      title: 'Этапы',
      description: 'Если таблица не делится на этапы, сделайте один этап без названия.',
      type: 'array',
      of: [defineArrayMember({ type: 'stage' })],
      group: 'plan',
      validation: (rule) => rule.required().min(1).error('Добавьте хотя бы один этап с мероприятиями.'),
    }),
    defineField({ name: 'approval', title: 'Кем и когда утверждена', type: 'approval', group: 'approval' }),
    defineField({
      name: 'basis',
      title: 'На основании чего составлена',
      description: 'Приказы и письма, на которые ссылается документ. Каждый отдельной строкой.',
      type: 'array',
      of: [defineArrayMember({ type: 'text', rows: 2 })],
      group: 'approval',
    }),
    defineField({
      name: 'preamble',
      title: 'Общие правила перед таблицей',
      description: 'Например «мероприятия реализуются ежегодно».',
      type: 'array',
      of: [defineArrayMember({ type: 'text', rows: 2 })],
      group: 'approval',
    }),
    defineField({
      name: 'columns',
      title: 'Столбцы таблицы',
      description: 'В том порядке, в каком они стоят в документе.',
      type: 'array',
      of: [defineArrayMember({ type: 'roadmapColumn' })],
      group: 'source',
    }),
    defineField({
      name: 'warnings',
      title: 'Что проверить после загрузки',
      description: 'Проверили — удалите строку. На сайт замечания не попадают.',
      type: 'array',
      of: [defineArrayMember({ type: 'importWarning' })],
      group: 'source',
    }),
    defineField({
      name: 'sourceText',
      title: 'Текст исходного документа',
      description: 'Хранится, чтобы можно было сверить. На сайт не попадает.',
      type: 'text',
      rows: 12,
      readOnly: true,
      group: 'source',
    }),
    defineField({
      name: 'importedContent',
      title: 'Что дала последняя загрузка',
      description: 'По этой записи видно, что правили после загрузки. На сайт не попадает.',
      type: 'text',
      readOnly: true,
      hidden: true,
      group: 'source',
    }),
    defineField({
      name: 'sourceFile',
      title: 'Исходный файл',
      description: 'На сайт не попадает.',
      type: 'file',
      group: 'source',
    }),
  ],
  validation: (rule) => rule.custom((document) => checkSingleOwner(document)),
  orderings: [
    { title: 'Сначала новые', name: 'newest', by: [{ field: 'period.start', direction: 'desc' }] },
    { title: 'По названию', name: 'title', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: {
    select: {
      title: 'title',
      organization: 'organization.name',
      region: 'region.name',
      start: 'period.start',
      end: 'period.end',
      warnings: 'warnings',
    },
    prepare: ({ title, organization, region, start, end, warnings }) => ({
      title: title ?? 'Карта без названия',
      subtitle: [
        organization ?? region ?? 'владелец не указан',
        describeYears(start, end),
        Array.isArray(warnings) && warnings.length > 0
          ? formatCount(warnings.length, ['замечание', 'замечания', 'замечаний'])
          : '',
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
