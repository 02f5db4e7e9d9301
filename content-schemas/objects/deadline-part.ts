import { defineType } from '@sanity/types'
import { formatDateRange } from '../text/dates.ts'
import { deadlineFields } from './deadline-fields.ts'

/** One of several deadlines of a cell. */
export const deadlinePart = defineType({
  name: 'deadlinePart',
  title: 'Часть срока',
  type: 'object',
  fields: deadlineFields,
  preview: {
    select: { verbatim: 'verbatim', start: 'start', end: 'end' },
    prepare: ({ verbatim, start, end }) => ({
      title: verbatim ?? 'Часть без слов',
      subtitle: formatDateRange({ start, end }),
    }),
  },
})
