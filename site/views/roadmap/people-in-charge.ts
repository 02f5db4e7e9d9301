import type { Responsible } from '#content/generated/types.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { bindWords } from '#content/text/typography.ts'
import { setName } from '../../typography/set-name.ts'

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
  const offices = dropRepeated([...(roles ?? []), ...(bodies ?? [])])
  const words = [...names.map(setName), ...offices.map(bindWords)]
  return words.length > 0 ? words.join(', ') : bindWords(verbatim ?? '')
}

/** Without what only repeats what stands before it: a position that stands for a name may hold the roles beside it. */
function dropRepeated(offices: readonly string[]): string[] {
  const said = new Set<string>()
  return offices.filter((office) => {
    const parts = office.toLowerCase().split(/,\s*/)
    const isNew = parts.some((part) => !said.has(part))
    for (const part of parts) said.add(part)
    return isNew
  })
}
