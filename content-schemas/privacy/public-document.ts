import { isContentDocumentType } from '../documents/content-document-types.ts'
import type { ContentDocument, LakeDocument } from '../documents/content-document.ts'
import { isConsentValid } from './consent-day.ts'
import { isAsset, toPublicAsset } from './public-asset.ts'
import type { PublicDocument } from './public-document-types.ts'
import { pruneDocument } from './prune-document.ts'
import { redactDocument } from './redact-document.ts'
import { collectRelatedPeople, type PeopleContext } from './related-people.ts'

/** What deciding about a document needs to know of others. */
export interface PublicContext extends PeopleContext {
  /**
   * Stored documents that refer to the one with this id. When given, an asset is public only while a public field of a
   * published document refers to it: scans of consents and source files of roadmaps stay private.
   */
  readonly referring?: (id: string) => Iterable<LakeDocument>
}

/**
 * What anyone may see of a published document; null when nothing.
 *
 * Drafts, versions, system documents and people without valid consent to their name are not public. Elsewhere fields
 * kept for editors are left out, references to such people are replaced by their positions, and their names by the
 * positions in every text: names of the people to whom the document, its roadmap or its organisation refers.
 * Documents of types that the schema does not know pass as they are.
 *
 * The result is new (or the very document, when its type is unknown); nothing given is changed.
 * It depends on nothing but the document, `today` and the documents asked of `get`.
 */
export function toPublicDocument(document: ContentDocument, context: PublicContext): PublicDocument | null
export function toPublicDocument(document: LakeDocument, context: PublicContext): LakeDocument | null
export function toPublicDocument(document: LakeDocument, context: PublicContext): LakeDocument | null {
  if (document._id.includes('.')) return null
  if (isAsset(document)) return isAssetShown(document, context) ? toPublicAsset(document) : null
  if (/^(?:sanity|system)\./.test(document._type)) return null
  if (!isContentDocumentType(document._type)) return document
  if (document._type === 'person') return toPublicPerson(document, context)
  const people = collectRelatedPeople(withTarget(document), context)
  return redactDocument(pruneDocument(document, people), people.hidden)
}

/** An old address may spell the names of those whom the document names that was there. */
function withTarget(document: LakeDocument): LakeDocument {
  return document._type === 'formerAddress' ? { ...document, target: { _ref: document['target'] } } : document
}

function toPublicPerson(person: LakeDocument, context: PublicContext): LakeDocument | null {
  if (person['consent'] === undefined || !isConsentValid(person, context)) return null
  const fields = ['_rev', '_createdAt', '_updatedAt', 'name', 'position', 'organization']
  if (isConsentValid(person, context, 'contacts')) fields.push('phone', 'email')
  const shown = fields.flatMap((field) =>
    person[field] === undefined ? [] : [[field, person[field]] as const],
  )
  return { _id: person._id, _type: person._type, ...Object.fromEntries(shown) }
}

function isAssetShown(asset: LakeDocument, context: PublicContext): boolean {
  if (context.referring === undefined) return true
  for (const document of context.referring(asset._id)) {
    const shown = isAsset(document) ? null : toPublicDocument(document, context)
    if (shown !== null && refersTo(shown, asset._id)) return true
  }
  return false
}

/** Whether the value refers to the id strongly: weak references may be made by whoever guesses an id. */
function refersTo(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('_ref' in value && value._ref === id) {
    const isWeak = '_weak' in value && value._weak === true
    return !isWeak && !('_dataset' in value) && !('_projectId' in value)
  }
  return Object.values(value).some((inner) => refersTo(inner, id))
}
