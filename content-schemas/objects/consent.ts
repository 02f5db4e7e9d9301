import { defineField, defineType } from '@sanity/types'
import { CONSENT_SCOPES } from '../vocabulary/consent-scopes.ts'
import { keyListOf } from './key-list.ts'

/** Consent of a person to the distribution of personal data. @see 152-ФЗ, ст. 10.1 */
export const consent = defineType({
  name: 'consent',
  title: 'Согласие на распространение данных',
  type: 'object',
  fields: [
    defineField({
      name: 'scope',
      title: 'Что разрешено публиковать',
      description:
        'Отметьте только то, что написано в подписанном согласии. Без отметки «Фамилия, имя, отчество» на сайте будет только должность.',
      type: 'array',
      ...keyListOf(CONSENT_SCOPES),
      validation: (rule) =>
        rule.required().min(1).error('Отметьте хотя бы одно разрешение или удалите согласие.'),
    }),
    defineField({
      name: 'date',
      title: 'Дата подписи',
      type: 'date',
      validation: (rule) => rule.required().error('Укажите дату, когда человек подписал согласие.'),
    }),
    defineField({
      name: 'until',
      title: 'Действует по',
      description: 'Последний день действия. Пусто — без срока.',
      type: 'date',
      validation: (rule) =>
        rule
          .min(rule.valueOfField('date'))
          .error('Срок согласия не может кончиться раньше подписи: проверьте даты.'),
    }),
    defineField({
      name: 'withdrawn',
      title: 'Отозвано',
      description: 'Дата отзыва. Как только она опубликована, имя исчезнет со всех страниц сайта.',
      type: 'date',
    }),
    defineField({
      name: 'document',
      title: 'Подписанное согласие',
      description: 'Скан или фотография документа. На сайт не попадает.',
      type: 'file',
      options: { storeOriginalFilename: false },
    }),
  ],
})
