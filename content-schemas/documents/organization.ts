import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'
import { ORGANIZATION_KINDS } from '../vocabulary/organization-kinds.ts'
import { ORGANIZATION_LEVELS } from '../vocabulary/organization-levels.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** A school, kindergarten, college, institute or authority with its own page. */
export const organization = defineType({
  name: 'organization',
  title: 'Организация',
  type: 'document',
  groups: [
    { name: 'main', title: 'Главное', default: true },
    { name: 'contacts', title: 'Контакты и площадки' },
  ],
  fieldsets: [{ name: 'place', title: 'Где находится', options: { columns: 2 } }],
  fields: [
    defineField({
      name: 'name',
      title: 'Краткое название',
      description: 'Как организацию называют, например «Лицей № 2».',
      type: 'string',
      group: 'main',
      validation: (rule) => rule.required().error('Напишите краткое название организации.'),
    }),
    defineField({
      name: 'fullName',
      title: 'Полное название',
      description: 'По уставу.',
      type: 'text',
      rows: 2,
      group: 'main',
      validation: (rule) => rule.required().error('Напишите полное название организации по уставу.'),
    }),
    definePageAddress({ source: 'name', group: 'main' }),
    defineField({
      name: 'kind',
      title: 'Вид организации',
      type: 'string',
      options: { list: listOptions(ORGANIZATION_KINDS) },
      group: 'main',
      validation: (rule) => rule.required().error('Выберите вид организации.'),
    }),
    defineField({
      name: 'level',
      title: 'Уровень',
      description: 'Школы, сады и колледжи — «Образовательная организация».',
      type: 'string',
      options: { list: listOptions(ORGANIZATION_LEVELS), layout: 'radio' },
      initialValue: 'organization',
      group: 'main',
      validation: (rule) => rule.required().error('Выберите уровень организации.'),
    }),
    defineField({
      name: 'region',
      title: 'Регион',
      type: 'reference',
      to: [{ type: 'region' }],
      group: 'main',
      fieldset: 'place',
      validation: (rule) => rule.required().error('Выберите регион: по нему организацию найдут на сайте.'),
    }),
    defineField({
      name: 'municipality',
      title: 'Муниципалитет',
      type: 'reference',
      to: [{ type: 'municipality' }],
      group: 'main',
      fieldset: 'place',
      options: { disableNew: false },
    }),
    defineField({
      name: 'about',
      title: 'О наставничестве в организации',
      description: 'Несколько предложений для страницы организации.',
      type: 'text',
      rows: 5,
      group: 'main',
    }),
    defineField({
      name: 'curator',
      title: 'Куратор наставничества',
      description: 'Имя появится на сайте, только пока у человека есть согласие; иначе будет должность.',
      type: 'reference',
      to: [{ type: 'person' }],
      group: 'contacts',
    }),
    defineField({
      name: 'curatorPosition',
      title: 'Должность куратора',
      description: 'Подставляется сама, если имя не публикуется.',
      type: 'string',
      hidden: true,
    }),
    defineField({
      name: 'site',
      title: 'Официальный сайт',
      type: 'url',
      group: 'contacts',
      validation: (rule) =>
        rule.uri({ scheme: ['http', 'https'] }).error('Вставьте адрес сайта целиком, вместе с https://'),
    }),
    defineField({
      name: 'channels',
      title: 'Страницы в соцсетях и на других площадках',
      description: 'Где организация рассказывает о наставничестве.',
      type: 'array',
      of: [defineArrayMember({ type: 'channelLink' })],
      group: 'contacts',
    }),
    defineField({ name: 'address', title: 'Почтовый адрес', type: 'string', group: 'contacts' }),
    defineField({
      name: 'phone',
      title: 'Телефон организации',
      description: 'Приёмная, а не личный номер.',
      type: 'string',
      group: 'contacts',
    }),
    defineField({
      name: 'email',
      title: 'Почта организации',
      description: 'Общий ящик, а не личный.',
      type: 'email',
      group: 'contacts',
      validation: (rule) => rule.error('Проверьте адрес почты: в нём должны быть знак @ и точка.'),
    }),
  ],
  orderings: [{ title: 'По названию', name: 'name', by: [{ field: 'name', direction: 'asc' }] }],
  preview: {
    select: { name: 'name', kind: 'kind', municipality: 'municipality.name', region: 'region.name' },
    prepare: ({ name, kind, municipality, region }) => ({
      title: name ?? 'Организация без названия',
      subtitle: [findTitle(ORGANIZATION_KINDS, kind), municipality ?? region].filter(Boolean).join(' · '),
    }),
  },
})
