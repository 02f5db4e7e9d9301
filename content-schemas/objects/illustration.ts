import { defineField } from '@sanity/types'

const ACCEPTED_PICTURES = 'image/jpeg,image/png,image/webp,image/avif,image/gif'

/** Options shared by every picture: the frame and the point that must stay in view can be chosen. */
export const illustrationOptions = {
  hotspot: true,
  accept: ACCEPTED_PICTURES,
  storeOriginalFilename: false,
} as const

/** Fields that every picture carries: words for those who cannot see it, and a caption. */
export const illustrationFields = [
  defineField({
    name: 'alt',
    title: 'Что на картинке',
    description: 'Одно предложение для тех, кто не видит картинку: кто и что изображены. Без слов «на фото».',
    type: 'string',
    validation: (rule) =>
      rule.required().error('Опишите картинку одним предложением: его услышат незрячие читатели.'),
  }),
  defineField({
    name: 'caption',
    title: 'Подпись',
    description: 'Текст под картинкой, если он нужен.',
    type: 'string',
  }),
]
