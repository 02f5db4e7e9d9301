import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Kinds of mentoring by how the meetings are organised. */
export const KINDS = [
  { key: 'virtual', title: 'виртуальное (дистанционное)' },
  { key: 'group', title: 'наставничество в группе' },
  { key: 'short-term', title: 'краткосрочное или целеполагающее' },
  { key: 'reverse', title: 'реверсивное' },
  { key: 'situational', title: 'ситуационное' },
  { key: 'speed', title: 'скоростное' },
  { key: 'one-to-one', title: 'традиционное («один на один»)' },
  { key: 'team', title: 'командное' },
  { key: 'peer', title: '«равный – равному»' },
] as const satisfies readonly VocabularyEntry[]

export type KindKey = KeyOf<typeof KINDS>
