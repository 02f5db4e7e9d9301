import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** What a person allowed to be published (152-ФЗ, ст. 10.1: each is agreed to separately). */
export const CONSENT_SCOPES = [
  { key: 'name', title: 'Фамилия, имя, отчество' },
  { key: 'photo', title: 'Фотография' },
  { key: 'contacts', title: 'Телефон и почта' },
  { key: 'works', title: 'Авторские материалы' },
] as const satisfies readonly VocabularyEntry[]

export type ConsentScopeKey = KeyOf<typeof CONSENT_SCOPES>
