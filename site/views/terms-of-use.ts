import { LICENCES, type LicenceKey } from '#content/vocabulary/licences.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import { typeset } from '../typography/typeset.ts'

/** Where the full text of a licence is. */
const FULL_TERMS: Readonly<Record<LicenceKey, string | null>> = {
  'cc-by': 'https://creativecommons.org/licenses/by/4.0/deed.ru',
  'cc-by-nc': 'https://creativecommons.org/licenses/by-nc/4.0/deed.ru',
  own: null,
}

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
  return {
    citation: `${who}${typeset(title)}${where}. ${year}. URL: ${address}`,
    licence: licence === undefined ? null : { title: findTitle(LICENCES, licence), url: FULL_TERMS[licence] },
  }
}

/** The licence in facts for machines, schema.org. */
export function describeLicence({ licence }: TermsOfUse): { license?: string } {
  return licence === null || licence.url === null ? {} : { license: licence.url }
}
