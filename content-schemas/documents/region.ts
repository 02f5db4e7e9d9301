import { defineField, defineType } from '@sanity/types'
import { definePageAddress } from '../objects/page-address.ts'
import { TIME_ZONES } from '../vocabulary/time-zones.ts'
import { listOptions } from '../vocabulary/vocabulary-table.ts'

/** A region of Russia with its own page. */
export const region = defineType({
  name: 'region',
  title: 'Регион',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Название',
      description: 'Полностью, например «Курганская область».',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите название региона.'),
    }),
    definePageAddress({ source: 'name' }),
    defineField({
      name: 'code',
      title: 'Код региона',
      description: 'Две или три цифры, как на автомобильных номерах, например 45.',
      type: 'string',
      validation: (rule) => [
        rule.required().error('Напишите код региона, например 45.'),
        rule.regex(/^\d{2,3}$/).error('В коде региона две или три цифры, например 45.'),
      ],
    }),
    defineField({
      name: 'timeZone',
      title: 'Часовой пояс',
      description: 'По нему считается, какой сегодня день и что уже просрочено.',
      type: 'string',
      options: { list: listOptions(TIME_ZONES) },
      initialValue: 'Europe/Moscow',
      validation: (rule) => rule.required().error('Выберите часовой пояс.'),
    }),
    defineField({
      name: 'site',
      title: 'Сайт',
      description: 'Сайт органа управления образованием или регионального центра наставничества.',
      type: 'url',
      validation: (rule) =>
        rule.uri({ scheme: ['http', 'https'] }).error('Вставьте адрес сайта целиком, вместе с https://'),
    }),
    defineField({
      name: 'about',
      title: 'О наставничестве в регионе',
      description: 'Несколько предложений для страницы региона.',
      type: 'text',
      rows: 5,
    }),
  ],
  orderings: [{ title: 'По названию', name: 'name', by: [{ field: 'name', direction: 'asc' }] }],
  preview: {
    select: { name: 'name', code: 'code' },
    prepare: ({ name, code }) => ({
      title: name ?? 'Регион без названия',
      subtitle: code ? `код ${code}` : 'код не указан',
    }),
  },
})
