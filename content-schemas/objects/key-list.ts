import { defineArrayMember } from '@sanity/types'
import { listOptions } from '../vocabulary/vocabulary-table.ts'

/**
 * Properties of an array field whose items are keys of a vocabulary, shown as boxes to tick.
 * The choices stand at the array for the form and at the item for the derived types.
 */
export function keyListOf<Key extends string>(
  table: readonly { readonly key: Key; readonly title: string }[],
) {
  const list = listOptions(table)
  return { of: [defineArrayMember({ type: 'string', options: { list } })], options: { list } }
}
