import { addressOf } from '#content/addresses/address-of.ts'
import { listConsentDays } from '#content/privacy/consent-day.ts'
import { toPublicDocument } from '#content/privacy/public-document.ts'
import { findDocumentProblems } from '#content/validation/document-validators.ts'
import type { LakeDocument } from './document-source.ts'
import type { DocumentRules } from './public-documents.ts'

/** The rules of the project's own content: its schema says what is sound, its privacy rules what is public. */
export const contentRules: DocumentRules = {
  toPublicDocument: (document, context) => toPublicDocument(document, context),
  // What the lake writes by itself (metadata of uploads, system documents) is not for editors to mend.
  problemsOf: (document) =>
    /^(?:sanity|system)\./.test(document._type)
      ? []
      : [
          ...findDocumentProblems(document).map(({ path, message }) =>
            path === '' ? message : `${path}: ${message}`,
          ),
          ...problemsOfSlug(document),
        ],
  datesOf: (document) => (document._type === 'person' ? listConsentDays(document) : []),
  dependsOnReferrers: isAsset,
  addressOf,
  isPerson: ({ _type }) => _type === 'person',
}

function isAsset(document: LakeDocument): boolean {
  return document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
}

/** Programs may write what the Studio refuses: an address is a name of a folder in every release. */
function problemsOfSlug({ slug }: LakeDocument): string[] {
  const current = typeof slug === 'object' && slug !== null ? Reflect.get(slug, 'current') : undefined
  if (typeof current !== 'string' || /^[\w-]{1,200}$/.test(current)) return []
  return ['slug: Адрес записан не так: нужны латинские буквы, цифры и дефисы, не больше 200 знаков.']
}
