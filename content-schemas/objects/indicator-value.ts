import { defineField, defineType } from '@sanity/types'
import { INDICATORS } from '../vocabulary/indicators.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** Value of one indicator in a report. */
export const indicatorValue = defineType({
  name: 'indicatorValue',
  title: 'Значение показателя',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'indicator',
      title: 'Показатель',
      type: 'string',
      options: { list: listOptions(INDICATORS) },
      validation: (rule) => rule.required().error('Выберите показатель.'),
    }),
    defineField({
      name: 'value',
      title: 'Значение',
      type: 'number',
      validation: (rule) => rule.required().min(0).error('Запишите число, не меньше нуля.'),
    }),
  ],
  preview: {
    select: { indicator: 'indicator', value: 'value' },
    prepare: ({ indicator, value }) => ({
      title: findTitle(INDICATORS, indicator),
      subtitle: String(value ?? ''),
    }),
  },
})
