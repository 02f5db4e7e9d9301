import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { formatDateRange } from '../text/dates.ts'
import { DEADLINE_KINDS } from '../vocabulary/deadline-kinds.ts'
import { findTitle } from '../vocabulary/vocabulary-table.ts'
import { deadlineFields } from './deadline-fields.ts'

/** A deadline: the words of the document beside what they mean. */
export const deadline = defineType({
  name: 'deadline',
  title: 'Срок',
  type: 'object',
  fields: [
    ...deadlineFields,
    defineField({
      name: 'parts',
      title: 'Части срока',
      description: 'Если в ячейке несколько сроков, каждый отдельно и в том же порядке.',
      type: 'array',
      of: [defineArrayMember({ type: 'deadlinePart' })],
      hidden: ({ parent }) => parent?.kind !== 'multi-part' && !Array.isArray(parent?.parts),
    }),
    defineField({
      name: 'relativeTo',
      title: 'Относительно чего',
      description: 'Например «после утверждения программы».',
      type: 'string',
      hidden: ({ parent }) => parent?.kind !== 'relative' && !parent?.relativeTo,
    }),
    defineField({
      name: 'inferred',
      title: 'Что додумано при распознавании',
      description: 'Чего нет в словах срока и откуда это взято. Проверьте.',
      type: 'array',
      of: [defineArrayMember({ type: 'inference' })],
      readOnly: true,
      hidden: ({ value }) => !Array.isArray(value) || value.length === 0,
    }),
    defineField({
      name: 'confirmedBy',
      title: 'Кто подтвердил',
      description: 'Кто проверил, что срок понят верно.',
      type: 'string',
    }),
  ],
  preview: {
    select: { verbatim: 'verbatim', kind: 'kind', start: 'start', end: 'end' },
    prepare: ({ verbatim, kind, start, end }) => ({
      title: verbatim ?? 'Срок без слов',
      subtitle: [findTitle(DEADLINE_KINDS, kind), formatDateRange({ start, end })]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
