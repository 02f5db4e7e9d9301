import { defineField, defineType } from '@sanity/types'
import { formatDate } from '../text/dates.ts'

function describeConsent(date: unknown, withdrawn: unknown): string {
  if (typeof withdrawn === 'string') return `согласие отозвано ${formatDate(withdrawn)}`
  return typeof date === 'string' ? 'есть согласие' : 'без согласия: на сайте только должность'
}

/** A person whose name is published only while the consent is valid; else the position stands in its place. */
export const person = defineType({
  name: 'person',
  title: 'Человек',
  type: 'document',
  fieldsets: [
    {
      name: 'contacts',
      title: 'Личные контакты',
      options: { collapsible: true, collapsed: true, columns: 2 },
    },
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Фамилия и инициалы',
      description: 'Например «Бархатнева И.В.».',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите фамилию и инициалы, например «Бархатнева И.В.».'),
    }),
    defineField({
      name: 'fullName',
      title: 'Фамилия, имя, отчество',
      description: 'Полностью. Нужны, чтобы найти имя в тексте, если публиковать его нельзя.',
      type: 'string',
    }),
    defineField({
      name: 'position',
      title: 'Должность',
      description: 'Читатели увидят её вместо имени, пока нет согласия.',
      type: 'string',
      validation: (rule) =>
        rule.required().error('Напишите должность: она стоит на сайте вместо имени, пока нет согласия.'),
    }),
    defineField({
      name: 'organization',
      title: 'Организация',
      type: 'reference',
      to: [{ type: 'organization' }],
      weak: true,
    }),
    defineField({
      name: 'consent',
      title: 'Согласие на распространение персональных данных',
      description: 'Это отдельный документ, не согласие на обработку. Без него имени на сайте не будет.',
      type: 'consent',
    }),
    defineField({
      name: 'phone',
      title: 'Телефон',
      description: 'На сайте, только если в согласии отмечены контакты.',
      type: 'string',
      fieldset: 'contacts',
    }),
    defineField({
      name: 'email',
      title: 'Почта',
      description: 'На сайте, только если в согласии отмечены контакты.',
      type: 'email',
      fieldset: 'contacts',
      validation: (rule) => rule.error('Проверьте адрес почты: в нём должны быть знак @ и точка.'),
    }),
  ],
  orderings: [{ title: 'По фамилии', name: 'name', by: [{ field: 'name', direction: 'asc' }] }],
  preview: {
    select: { name: 'name', position: 'position', date: 'consent.date', withdrawn: 'consent.withdrawn' },
    prepare: ({ name, position, date, withdrawn }) => ({
      title: name ?? 'Человек без имени',
      subtitle: [position, describeConsent(date, withdrawn)].filter(Boolean).join(' · '),
    }),
  },
})
