import { defineField, defineType } from '@sanity/types'
import { CRITERIA } from '../vocabulary/criteria.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** Score of a practice by one criterion. */
export const reviewScore = defineType({
  name: 'reviewScore',
  title: 'Оценка',
  type: 'object',
  fields: [
    defineField({
      name: 'criterion',
      title: 'Критерий',
      type: 'string',
      options: { list: listOptions(CRITERIA) },
      validation: (rule) => rule.required().error('Выберите критерий.'),
    }),
    defineField({
      name: 'score',
      title: 'Баллы',
      description: 'От 0 до 10.',
      type: 'number',
      validation: (rule) => [
        rule.required().error('Поставьте баллы от 0 до 10.'),
        rule.min(0).max(10).integer().error('Поставьте целое число от 0 до 10.'),
      ],
    }),
  ],
  preview: {
    select: { criterion: 'criterion', score: 'score' },
    prepare: ({ criterion, score }) => ({
      title: findTitle(CRITERIA, criterion),
      subtitle: `${score ?? 0} из 10`,
    }),
  },
})
