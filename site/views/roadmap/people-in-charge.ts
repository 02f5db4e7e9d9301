import type { Responsible } from '#content/generated/types.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { bindWords } from '#content/text/typography.ts'

/**
 * Who is in charge, one line for each entry of the plan: names that may be published, then roles and bodies;
 * the words of the document where nothing else is known. [] when the plan names nobody.
 */
export function listPeopleInCharge(
  responsible: readonly Responsible[] | undefined,
  content: ContentReader,
): string[] {
  const lines = (responsible ?? [])
    .map((entry) => describeEntry(entry, content))
    .filter((line) => line !== '')
  return [...new Set(lines)]
}

function describeEntry({ verbatim, persons, roles, bodies }: Responsible, content: ContentReader): string {
  const names = (persons ?? []).flatMap(({ _ref }) => content.get('person', _ref)?.name ?? [])
  const words = [...names, ...(roles ?? []), ...(bodies ?? [])]
  return bindWords(words.length > 0 ? words.join(', ') : (verbatim ?? ''))
}
