import { defineField, defineType } from '@sanity/types'
import { formatDate } from '../text/dates.ts'

/** A change of a legal act. Materials older than it are marked as outdated. */
export const legalChange = defineType({
  name: 'legalChange',
  title: 'Изменение',
  type: 'object',
  fields: [
    defineField({
      name: 'date',
      title: 'Действует с',
      type: 'date',
      validation: (rule) => rule.required().error('Укажите день, с которого действует изменение.'),
    }),
    defineField({
      name: 'summary',
      title: 'Что изменилось',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Напишите, что изменилось, одним предложением.'),
    }),
  ],
  preview: {
    select: { date: 'date', summary: 'summary' },
    prepare: ({ date, summary }) => ({
      title: summary ?? 'Изменение',
      subtitle: date ? `с ${formatDate(date)}` : '',
    }),
  },
})
