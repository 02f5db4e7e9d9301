import { defineField, defineType } from '@sanity/types'

/**
 * Where a document was shown before its address changed; who comes there is led to where it is now. Written when the
 * address changes. The document is named by its id and not by a reference, which would stand in the way of deleting it.
 */
export const formerAddress = defineType({
  name: 'formerAddress',
  title: 'Прежний адрес',
  type: 'document',
  fields: [
    defineField({
      name: 'address',
      title: 'Прежний адрес на сайте',
      description: 'Часть ссылки после имени сайта, с косой чертой в начале и в конце.',
      type: 'string',
      validation: (rule) =>
        rule
          .required()
          .regex(/^\/(?:[a-z0-9-]+\/)+$/)
          .error('Запишите адрес латинскими буквами, с косой чертой в начале и в конце: /praktiki/chitaem/.'),
    }),
    defineField({
      name: 'target',
      title: 'Код документа, который там был',
      description: 'Последняя часть ссылки, по которой документ открывается в Студии.',
      type: 'string',
      validation: (rule) => rule.required().error('Укажите код документа, на страницу которого вести.'),
    }),
  ],
  orderings: [{ title: 'По адресу', name: 'address', by: [{ field: 'address', direction: 'asc' }] }],
  preview: { select: { title: 'address', subtitle: 'target' } },
})
