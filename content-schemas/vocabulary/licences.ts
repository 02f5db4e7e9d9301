import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Terms on which others may use a practice or a material; `url` is their full text. */
export const LICENCES = [
  {
    key: 'cc-by',
    title: 'Можно использовать и менять, указав автора (CC BY)',
    url: 'https://creativecommons.org/licenses/by/4.0/deed.ru',
  },
  {
    key: 'cc-by-nc',
    title: 'Можно использовать без коммерческой выгоды, указав автора (CC BY-NC)',
    url: 'https://creativecommons.org/licenses/by-nc/4.0/deed.ru',
  },
  { key: 'own', title: 'По согласованию с автором', url: null },
] as const satisfies readonly (VocabularyEntry & { readonly url: string | null })[]

export type LicenceKey = KeyOf<typeof LICENCES>
