import type { Choices, Difference, Side } from './difference.ts'
import { sameContent } from './same-content.ts'

interface Fields {
  readonly [name: string]: unknown
}

/**
 * Merges the named fields of one thing three ways: what editors did not change follows the file, what they did stays
 * unless chosen otherwise. All other fields are the editors'.
 */
export function mergeFields(
  versions: { base: Fields | undefined; edited: Fields; imported: Fields },
  names: readonly string[],
  about: { id: string; about: Difference['about']; place: string; choices: Choices },
): { fields: Record<string, unknown>; differences: Difference[] } {
  const { base, edited, imported } = versions
  const fields: Record<string, unknown> = { ...edited }
  const differences: Difference[] = []
  for (const field of names) {
    const [before, here, there] = [base?.[field], edited[field], imported[field]]
    if (sameContent(there, before) || sameContent(there, here)) continue
    const id = `${about.id}:${field}`
    const conflict = !sameContent(here, before)
    const taken: Side = about.choices[id] ?? (conflict ? 'edited' : 'imported')
    if (taken === 'imported' && there === undefined) delete fields[field]
    else if (taken === 'imported') fields[field] = there
    differences.push({
      id,
      about: about.about,
      place: about.place,
      field,
      edited: here,
      imported: there,
      taken,
      conflict,
    })
  }
  return { fields, differences }
}
