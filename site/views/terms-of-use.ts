import { LICENCES, type LicenceKey } from '#content/vocabulary/licences.ts'
import { findEntry } from '#content/vocabulary/vocabulary-table.ts'
import { typeset } from '../typography/typeset.ts'

/** How others may use what a page shows, and how they name it. */
export interface TermsOfUse {
  /** For a list of references, as ГОСТ Р 7.0.5 has it. */
  readonly citation: string
  /** Null when nothing is said of it. */
  readonly licence: { readonly title: string; readonly url: string | null } | null
}

/** What is cited. */
export interface Work {
  readonly title: string
  /** Names or positions; none when they are not to be told. */
  readonly authors: readonly string[]
  /** Who answers for it; '' when nobody is named. */
  readonly publisher: string
  readonly year: string
  /** With the site's origin. */
  readonly address: string
  readonly licence: LicenceKey | undefined
}

/** Citation and licence of a practice or a material. */
export function describeTermsOfUse({ title, authors, publisher, year, address, licence }: Work): TermsOfUse {
  const who = authors.length > 0 ? `${authors.join(', ').replace(/\.$/, '')}. ` : ''
  const where = publisher === '' ? '' : ` // ${typeset(publisher)}`
  const terms = findEntry(LICENCES, licence)
  return {
    citation: `${who}${typeset(title)}${where}. ${year}. URL: ${address}`,
    licence: terms === undefined ? null : { title: terms.title, url: terms.url },
  }
}

/** The licence in facts for machines, schema.org. */
export function describeLicence({ licence }: TermsOfUse): { license?: string } {
  return licence === null || licence.url === null ? {} : { license: licence.url }
}
