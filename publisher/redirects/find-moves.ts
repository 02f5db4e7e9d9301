import type { DocumentBytes } from '../documents/document-bytes.ts'
import type { LakeDocument } from '../documents/document-source.ts'
import type { DocumentRules, PublicDocuments } from '../documents/public-documents.ts'
import type { PublicDocument } from '../site-bundle/built-site.ts'
import type { FormerAddress } from './former-address.ts'

type Rules = Pick<DocumentRules, 'addressOf'>
type Documents = Pick<PublicDocuments, 'get' | 'getVisible'>

/**
 * Remembers where documents are shown, to say later which of them moved. A document whose address is another only
 * because readers may no longer see all of it has not moved.
 */
export function watchAddresses(
  ids: Iterable<string>,
  rules: Rules,
  documents: Documents,
): () => FormerAddress[] {
  const getVisible = (id: string) => documents.getVisible(id)
  const before = [...ids].flatMap((id) => {
    const address = pageOf(documents.getVisible(id), rules, getVisible)
    return address === null ? [] : [{ target: id, address }]
  })
  return () => before.filter(({ target, address }) => hasMoved(target, address, rules, documents))
}

/** Which of the documents that readers saw before are shown elsewhere now. */
export function findMoves(
  before: Pick<DocumentBytes<PublicDocument>, 'get' | 'values'>,
  rules: Rules,
  documents: Documents,
): FormerAddress[] {
  const moves: FormerAddress[] = []
  for (const document of before.values()) {
    const owner = documents.getVisible(document._id)
    // Addresses are made of slugs and owners: of what has neither changed, none moves by itself.
    if (owner === undefined || sameParts(document, owner)) continue
    const address = pageOf(document, rules, (id) => before.get(id))
    if (address !== null && hasMoved(document._id, address, rules, documents)) {
      moves.push({ target: document._id, address })
    }
  }
  return moves
}

function hasMoved(id: string, address: string, rules: Rules, documents: Documents): boolean {
  const visible = pageOf(documents.getVisible(id), rules, (other) => documents.getVisible(other))
  const stored = pageOf(documents.get(id), rules, (other) => documents.get(other))
  return visible !== null && visible !== address && stored !== address
}

/** Path of the page of a document; null when it has none of its own. */
function pageOf(
  document: LakeDocument | undefined,
  rules: Rules,
  get: (id: string) => LakeDocument | undefined,
): string | null {
  const address = document === undefined ? null : rules.addressOf(document, get)
  return address === null || address.includes('#') || address === '/' ? null : address
}

function sameParts(one: PublicDocument, other: PublicDocument): boolean {
  return ['slug', 'organization', 'region', 'municipality'].every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  )
}
