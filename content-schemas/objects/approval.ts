import { defineField, defineType } from '@sanity/types'

/** The act that put a roadmap in force. */
export const approval = defineType({
  name: 'approval',
  title: 'Утверждение',
  type: 'object',
  options: { columns: 2 },
  fields: [
    defineField({
      name: 'kind',
      title: 'Чем утверждена',
      description: 'Например: приказ, распоряжение, протокол.',
      type: 'string',
    }),
    defineField({ name: 'number', title: 'Номер', description: 'Без знака №.', type: 'string' }),
    defineField({ name: 'date', title: 'Дата', type: 'date' }),
    defineField({
      name: 'signedBy',
      title: 'Кто подписал',
      description: 'Имя появится на сайте, только если у человека есть согласие; иначе будет должность.',
      type: 'reference',
      to: [{ type: 'person' }],
    }),
    defineField({
      name: 'signedByPosition',
      title: 'Должность подписавшего',
      description: 'Подставляется сама, если имя не публикуется.',
      type: 'string',
      hidden: true,
    }),
    defineField({
      name: 'signed',
      title: 'Подписано электронной подписью',
      type: 'boolean',
    }),
  ],
})
