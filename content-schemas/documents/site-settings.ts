import { defineField, defineType } from '@sanity/types'

/** Id of the only document of type `siteSettings`. */
export const SITE_SETTINGS_ID = 'siteSettings'

/** What the whole site says about itself; a single document. */
export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Настройки сайта',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Название сайта',
      description: 'Стоит вверху каждой страницы.',
      type: 'string',
      validation: (rule) => rule.required().error('Напишите название сайта.'),
    }),
    defineField({
      name: 'tagline',
      title: 'Одной строкой',
      description: 'Что это за сайт и для кого.',
      type: 'string',
    }),
    defineField({
      name: 'about',
      title: 'О сайте',
      description: 'Несколько предложений для главной страницы.',
      type: 'text',
      rows: 5,
    }),
    defineField({
      name: 'operator',
      title: 'Оператор персональных данных',
      description: 'Организация, которая отвечает за сайт, её адрес и телефон.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'contactEmail',
      title: 'Почта для обращений',
      type: 'email',
      validation: (rule) => rule.error('Проверьте адрес почты: в нём должны быть знак @ и точка.'),
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'tagline' } },
})
