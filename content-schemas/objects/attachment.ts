import { defineField, defineType } from '@sanity/types'

/** A file that readers download, with the words of its link. */
export const attachment = defineType({
  name: 'attachment',
  title: 'Файл для скачивания',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Название',
      description: 'Как файл назван на странице, например «Приказ о назначении куратора».',
      type: 'string',
      validation: (rule) => rule.required().error('Назовите файл так, чтобы было понятно, что в нём.'),
    }),
    defineField({
      name: 'file',
      title: 'Файл',
      description: 'Документ Word, PDF, таблица или презентация. Перетащите его сюда.',
      type: 'file',
      options: { storeOriginalFilename: true },
      validation: (rule) => [
        rule.required().error('Добавьте файл.'),
        rule.assetRequired().error('Добавьте файл.'),
      ],
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'file.asset.originalFilename' } },
})
