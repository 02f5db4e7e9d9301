import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Time zones of Russia by their IANA names, west to east. */
export const TIME_ZONES = [
  { key: 'Europe/Kaliningrad', title: 'Калининград (Москва −1 час)' },
  { key: 'Europe/Moscow', title: 'Москва' },
  { key: 'Europe/Samara', title: 'Самара (Москва +1 час)' },
  { key: 'Asia/Yekaterinburg', title: 'Екатеринбург (Москва +2 часа)' },
  { key: 'Asia/Omsk', title: 'Омск (Москва +3 часа)' },
  { key: 'Asia/Novosibirsk', title: 'Новосибирск (Москва +4 часа)' },
  { key: 'Asia/Krasnoyarsk', title: 'Красноярск (Москва +4 часа)' },
  { key: 'Asia/Irkutsk', title: 'Иркутск (Москва +5 часов)' },
  { key: 'Asia/Yakutsk', title: 'Якутск (Москва +6 часов)' },
  { key: 'Asia/Vladivostok', title: 'Владивосток (Москва +7 часов)' },
  { key: 'Asia/Magadan', title: 'Магадан (Москва +8 часов)' },
  { key: 'Asia/Kamchatka', title: 'Камчатка (Москва +9 часов)' },
] as const satisfies readonly VocabularyEntry[]

export type TimeZoneKey = KeyOf<typeof TIME_ZONES>
