import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Where a school tells about its mentoring. */
export const CHANNELS = [
  { key: 'site', title: 'Сайт организации' },
  { key: 'vk', title: 'ВКонтакте' },
  { key: 'ok', title: 'Одноклассники' },
  { key: 'telegram', title: 'Telegram' },
  { key: 'municipal', title: 'Муниципальный уровень' },
  { key: 'regional', title: 'Региональный уровень' },
  { key: 'media', title: 'СМИ' },
] as const satisfies readonly VocabularyEntry[]

export type ChannelKey = KeyOf<typeof CHANNELS>
