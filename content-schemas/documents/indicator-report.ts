import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { formatDateRange } from '../text/dates.ts'
import { checkSingleOwner } from './single-owner.ts'

/** Indicators of mentoring of one organisation or region over a period. */
export const indicatorReport = defineType({
  name: 'indicatorReport',
  title: 'Показатели',
  type: 'document',
  fieldsets: [{ name: 'owner', title: 'Чьи показатели: организации или региона', options: { columns: 2 } }],
  fields: [
    defineField({
      name: 'organization',
      title: 'Организация',
      type: 'reference',
      to: [{ type: 'organization' }],
      fieldset: 'owner',
    }),
    defineField({
      name: 'region',
      title: 'Регион',
      type: 'reference',
      to: [{ type: 'region' }],
      fieldset: 'owner',
    }),
    defineField({
      name: 'period',
      title: 'За какой срок',
      type: 'period',
      validation: (rule) => rule.required().error('Укажите, за какой срок показатели.'),
    }),
    defineField({
      name: 'indicators',
      title: 'Показатели',
      type: 'array',
      of: [defineArrayMember({ type: 'indicatorValue' })],
      validation: (rule) => rule.required().min(1).error('Добавьте хотя бы один показатель.'),
    }),
  ],
  validation: (rule) => rule.custom((document) => checkSingleOwner(document)),
  orderings: [{ title: 'Сначала новые', name: 'newest', by: [{ field: 'period.end', direction: 'desc' }] }],
  preview: {
    select: {
      organization: 'organization.name',
      region: 'region.name',
      start: 'period.start',
      end: 'period.end',
    },
    prepare: ({ organization, region, start, end }) => ({
      title: organization ?? region ?? 'Чьи показатели, не указано',
      subtitle: formatDateRange({ start, end }),
    }),
  },
})
