import { defineField, defineType } from '@sanity/types'
import { CHANNELS } from '../vocabulary/channels.ts'
import { findTitle, listOptions } from '../vocabulary/vocabulary-table.ts'

/** A place where an organisation publishes: its group, channel or section. */
export const channelLink = defineType({
  name: 'channelLink',
  title: 'Где публикуем',
  type: 'object',
  fields: [
    defineField({
      name: 'channel',
      title: 'Площадка',
      type: 'string',
      options: { list: listOptions(CHANNELS) },
      validation: (rule) => rule.required().error('Выберите площадку из списка.'),
    }),
    defineField({
      name: 'url',
      title: 'Ссылка',
      description: 'Скопируйте адрес из строки браузера.',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Вставьте ссылку на страницу организации.'),
        rule.uri({ scheme: ['http', 'https'] }).error('Вставьте ссылку целиком, вместе с https://'),
      ],
    }),
  ],
  preview: {
    select: { channel: 'channel', url: 'url' },
    prepare: ({ channel, url }) => ({ title: findTitle(CHANNELS, channel), subtitle: url }),
  },
})
