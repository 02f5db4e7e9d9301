import { defineArrayMember, defineField, defineType } from '@sanity/types'
import { illustrationFields, illustrationOptions } from './illustration.ts'

/** Formatted text: paragraphs, headings, lists, links, pictures and files. */
export const richText = defineType({
  name: 'richText',
  title: 'Текст с оформлением',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        { title: 'Обычный текст', value: 'normal' },
        { title: 'Заголовок', value: 'h2' },
        { title: 'Подзаголовок', value: 'h3' },
        { title: 'Цитата', value: 'blockquote' },
      ],
      lists: [
        { title: 'Список с точками', value: 'bullet' },
        { title: 'Нумерованный список', value: 'number' },
      ],
      marks: {
        decorators: [
          { title: 'Жирный', value: 'strong' },
          { title: 'Курсив', value: 'em' },
        ],
        annotations: [
          {
            name: 'link',
            title: 'Ссылка',
            type: 'object',
            fields: [
              defineField({
                name: 'href',
                title: 'Куда ведёт',
                description:
                  'Адрес сайта, почты (mailto:) или телефона (tel:). Страница этого сайта начинается с «/».',
                type: 'url',
                validation: (rule) => [
                  rule.required().error('Вставьте адрес, на который ведёт ссылка.'),
                  rule
                    .uri({ allowRelative: true, scheme: ['http', 'https', 'mailto', 'tel'] })
                    .error('Вставьте адрес целиком, например https://школа.рф, или начните со знака «/».'),
                ],
              }),
            ],
          },
        ],
      },
    }),
    defineArrayMember({
      type: 'image',
      title: 'Картинка',
      options: illustrationOptions,
      fields: illustrationFields,
      validation: (rule) => rule.assetRequired().error('Добавьте картинку или удалите пустое место для неё.'),
    }),
    defineArrayMember({ type: 'attachment', title: 'Файл для скачивания' }),
  ],
})
