import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { ACTIVITY_STATUSES } from '../vocabulary/activity-statuses.ts'
import { CHANNELS } from '../vocabulary/channels.ts'
import { listOptions } from '../vocabulary/vocabulary-table.ts'
import { keyListOf } from './key-list.ts'

/** One planned thing of a roadmap: what, when, who, with which documents and results. */
export const activity = defineType({
  name: 'activity',
  title: 'Мероприятие',
  type: 'object',
  groups: [
    { name: 'plan', title: 'План', default: true },
    { name: 'papers', title: 'Документы и результаты' },
    { name: 'progress', title: 'Ход работы' },
  ],
  fields: [
    defineField({
      name: 'number',
      title: 'Номер',
      description: 'Как в документе, например 1.2.',
      type: 'string',
      group: 'plan',
    }),
    defineField({
      name: 'text',
      title: 'Что делаем',
      description: 'Словами документа.',
      type: 'text',
      rows: 3,
      group: 'plan',
      validation: (rule) => rule.required().error('Напишите, что планируется сделать.'),
    }),
    defineField({
      name: 'deadlines',
      title: 'Сроки',
      description: 'Слова документа и то, как они поняты. Исправьте, если поняты неверно.',
      type: 'array',
      of: [defineArrayMember({ type: 'deadline' })],
      group: 'plan',
    }),
    defineField({
      name: 'responsible',
      title: 'Ответственные',
      type: 'array',
      of: [defineArrayMember({ type: 'responsible' })],
      group: 'plan',
      validation: (rule) =>
        rule.min(1).warning('Укажите, кто отвечает за мероприятие: читатели увидят пустое место.'),
    }),
    defineField({
      name: 'documents',
      title: 'Документы',
      description: 'Какие документы нужны или появятся. Каждый отдельной строкой.',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      group: 'papers',
    }),
    defineField({
      name: 'results',
      title: 'Ожидаемые результаты',
      description: 'Каждый отдельной строкой.',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      group: 'papers',
    }),
    defineField({
      name: 'extra',
      title: 'Другие столбцы документа',
      description: 'То, для чего здесь нет своего поля: риски, отметки, примечания.',
      type: 'array',
      of: [defineArrayMember({ type: 'extraCell' })],
      group: 'papers',
    }),
    defineField({
      name: 'informationSupport',
      title: 'Это информационная поддержка',
      description: 'Включите, если мероприятие состоит в том, чтобы рассказать о наставничестве.',
      type: 'boolean',
      initialValue: false,
      group: 'progress',
    }),
    defineField({
      name: 'channels',
      title: 'Где обещано рассказать',
      description: 'Отметьте площадки, которые названы в документе.',
      type: 'array',
      ...keyListOf(CHANNELS),
      group: 'progress',
    }),
    defineField({
      name: 'status',
      title: 'Состояние',
      type: 'string',
      options: { list: listOptions(ACTIVITY_STATUSES), layout: 'radio', direction: 'horizontal' },
      initialValue: 'planned',
      group: 'progress',
    }),
    defineField({
      name: 'doneAt',
      title: 'Когда выполнено',
      type: 'date',
      group: 'progress',
      hidden: ({ parent }) => parent?.status !== 'done',
    }),
  ],
  preview: {
    select: {
      number: 'number',
      text: 'text',
      deadline: 'deadlines.0.verbatim',
      responsible: 'responsible.0.verbatim',
    },
    prepare: ({ number, text, deadline, responsible }) => ({
      title: [number, text].filter(Boolean).join('. ') || 'Мероприятие без текста',
      subtitle: [deadline ?? 'срок не указан', responsible ?? 'ответственный не указан'].join(' · '),
    }),
  },
})
