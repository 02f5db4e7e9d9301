import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { formatCount } from '../text/plurals.ts'
import { STAGES } from '../vocabulary/stages.ts'
import { keyListOf } from './key-list.ts'

/** A stage of a roadmap with its activities; a flat table is one stage with no title. */
export const stage = defineType({
  name: 'stage',
  title: 'Этап',
  type: 'object',
  fields: [
    defineField({
      name: 'number',
      title: 'Номер',
      description: 'Как в документе: 1, II, 2.1.',
      type: 'string',
    }),
    defineField({
      name: 'title',
      title: 'Название этапа',
      description: 'Как в документе. Если таблица не делится на этапы, оставьте пустым.',
      type: 'string',
    }),
    defineField({
      name: 'canonical',
      title: 'Каким этапам наставничества соответствует',
      description: 'Можно отметить несколько. По этим отметкам считается, какие этапы освещены.',
      type: 'array',
      ...keyListOf(STAGES),
    }),
    defineField({
      name: 'activities',
      title: 'Мероприятия',
      type: 'array',
      of: [defineArrayMember({ type: 'activity' })],
    }),
  ],
  preview: {
    select: { number: 'number', title: 'title', activities: 'activities' },
    prepare: ({ number, title, activities }) => ({
      title: [number, title].filter(Boolean).join('. ') || 'Этап без названия',
      subtitle: formatCount(Array.isArray(activities) ? activities.length : 0, [
        'мероприятие',
        'мероприятия',
        'мероприятий',
      ]),
    }),
  },
})
