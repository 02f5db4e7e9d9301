import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { keyListOf } from '../objects/key-list.ts'
import { defineLicence } from '../objects/licence.ts'
import { definePageAddress } from '../objects/page-address.ts'
import { MATERIAL_AUDIENCES } from '../vocabulary/material-audiences.ts'
import { MATERIAL_TYPES } from '../vocabulary/material-types.ts'
import { STAGES } from '../vocabulary/stages.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** A memo, form, template or other thing ready for use. */
export const material = defineType({
  name: 'material',
  title: 'Материал',
  type: 'document',
  groups: [
    { name: 'main', title: 'Главное', default: true },
    { name: 'content', title: 'Файлы и текст' },
    { name: 'law', title: 'На чём основан и до когда верен' },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Название',
      type: 'string',
      group: 'main',
      validation: (rule) => rule.required().error('Назовите материал.'),
    }),
    definePageAddress({ source: 'title', group: 'main' }),
    defineField({
      name: 'type',
      title: 'Вид материала',
      type: 'string',
      options: { list: listOptions(MATERIAL_TYPES) },
      group: 'main',
      validation: (rule) => rule.required().error('Выберите вид материала.'),
    }),
    defineField({
      name: 'audience',
      title: 'Кому пригодится',
      type: 'array',
      ...keyListOf(MATERIAL_AUDIENCES),
      group: 'main',
    }),
    defineField({
      name: 'stages',
      title: 'На каких этапах',
      type: 'array',
      ...keyListOf(STAGES),
      group: 'main',
    }),
    defineField({
      name: 'summary',
      title: 'Коротко',
      description: 'Что это и когда пригодится: одно-два предложения.',
      type: 'text',
      rows: 3,
      group: 'main',
    }),
    defineField({
      name: 'organization',
      title: 'Кто подготовил',
      type: 'reference',
      to: [{ type: 'organization' }],
      group: 'main',
    }),
    defineField({
      name: 'files',
      title: 'Файлы для скачивания',
      type: 'array',
      of: [defineArrayMember({ type: 'attachment' })],
      group: 'content',
    }),
    defineField({ name: 'body', title: 'Текст', type: 'richText', group: 'content' }),
    defineLicence('content'),
    defineField({
      name: 'version',
      title: 'Редакция',
      description: 'Например «2» или «2025-1», если материал обновляли.',
      type: 'string',
      group: 'law',
    }),
    defineField({
      name: 'legalBasis',
      title: 'На каких актах основан',
      description: 'Если акт изменится, материал будет отмечен как устаревший.',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'legalAct' }] })],
      group: 'law',
      validation: (rule) => rule.unique().error('Этот акт уже указан: удалите повтор.'),
    }),
    defineField({
      name: 'validFrom',
      title: 'Верен с',
      description: 'С какого дня материал соответствует закону.',
      type: 'date',
      group: 'law',
    }),
    defineField({
      name: 'validUntil',
      title: 'Верен по',
      description: 'Пусто — без срока.',
      type: 'date',
      group: 'law',
      validation: (rule) =>
        rule.min(rule.valueOfField('validFrom')).error('Последний день раньше первого: проверьте даты.'),
    }),
  ],
  orderings: [{ title: 'По названию', name: 'title', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', type: 'type', organization: 'organization.name' },
    prepare: ({ title, type, organization }) => ({
      title: title ?? 'Материал без названия',
      subtitle: [findTitle(MATERIAL_TYPES, type), organization].filter(Boolean).join(' · '),
    }),
  },
})
