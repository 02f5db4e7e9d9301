import { defineArrayMember, defineField, defineType } from '@sanity/types'

/** Who is in charge of an activity: the words of the document beside what they mean. */
export const responsible = defineType({
  name: 'responsible',
  title: 'Ответственный',
  type: 'object',
  fields: [
    defineField({
      name: 'verbatim',
      title: 'Слова документа',
      description: 'Как записано в таблице. Если в словах есть имя без согласия, на сайт они не попадут.',
      type: 'string',
    }),
    defineField({
      name: 'persons',
      title: 'Люди',
      description: 'Имя появится на сайте, только пока у человека есть согласие; иначе будет должность.',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'person' }] })],
      validation: (rule) => rule.unique().error('Этот человек уже указан: удалите повтор.'),
    }),
    defineField({
      name: 'roles',
      title: 'Должности и роли',
      description: 'Например: куратор, руководители МО. Каждая отдельной строкой.',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    defineField({
      name: 'bodies',
      title: 'Организации и объединения',
      description: 'Например: методический совет, ИРО.',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
  ],
  preview: {
    select: { verbatim: 'verbatim', person: 'persons.0.name', role: 'roles.0', body: 'bodies.0' },
    prepare: ({ verbatim, person, role, body }) => ({
      title: verbatim || person || role || body || 'Ответственный не указан',
      subtitle: [person, role, body].filter(Boolean).join(', '),
    }),
  },
})
