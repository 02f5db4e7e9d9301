/** One word of a controlled vocabulary: the key is stored, the title is shown. */
export interface VocabularyEntry {
  readonly key: string
  readonly title: string
}

/** Keys of a table, as a union of literals. */
export type KeyOf<Table extends readonly VocabularyEntry[]> = Table[number]['key']

/** Choices for `options.list` of a field, in the order of the table. */
export function listOptions<Key extends string>(
  table: readonly { readonly key: Key; readonly title: string }[],
): { title: string; value: Key }[] {
  return table.map(({ key, title }) => ({ title, value: key }))
}

/** Entry with this key, or undefined when the table has none. */
export function findEntry<Entry extends VocabularyEntry>(
  table: readonly Entry[],
  key: string | null | undefined,
): Entry | undefined {
  return table.find((entry) => entry.key === key)
}

/** Title to show for a key; the key itself when the table does not know it; '' for nothing. */
export function findTitle(table: readonly VocabularyEntry[], key: string | null | undefined): string {
  return findEntry(table, key)?.title ?? key ?? ''
}
