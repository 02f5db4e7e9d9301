import { defineField, defineType } from '@sanity/types'
import { COLUMN_ROLES } from '../vocabulary/column-roles.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** A column of the printed roadmap: its own heading and what it holds. */
export const roadmapColumn = defineType({
  name: 'roadmapColumn',
  title: 'Столбец таблицы',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'role',
      title: 'Что в столбце',
      type: 'string',
      options: { list: listOptions(COLUMN_ROLES) },
      validation: (rule) => rule.required().error('Выберите, что записано в столбце.'),
    }),
    defineField({
      name: 'heading',
      title: 'Заголовок',
      description: 'Как столбец назван в документе.',
      type: 'string',
    }),
  ],
  preview: {
    select: { role: 'role', heading: 'heading' },
    prepare: ({ role, heading }) => ({
      title: heading ?? 'Без заголовка',
      subtitle: findTitle(COLUMN_ROLES, role),
    }),
  },
})
