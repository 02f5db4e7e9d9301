import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { ANONYMOUS } from '../access/identity.ts'
import { findReferences } from '../documents/references.ts'
import type { Visibility } from '../query/visible-documents.ts'
import type { DocumentStore } from '../store/documents.ts'

interface PublicReadDeps {
  documents: Pick<DocumentStore, 'referencesTo'>
  visibility: Pick<Visibility, 'sourceFor'>
}

/**
 * Whether strangers may have an asset: only when a document refers to it as strangers see that document. So photos of
 * drafts, consent papers, and pictures of people who have withdrawn their consent stay inside. A weak reference may be
 * made by whoever guesses the id, and does not count.
 * @param id of the asset's document
 */
export function isPubliclyReferenced(id: string, { documents, visibility }: PublicReadDeps): boolean {
  const published = visibility.sourceFor(ANONYMOUS)
  const strong = documents.referencesTo(id).filter(({ weak }) => !weak)
  const sources = new Set(strong.map(({ source }) => source))
  return [...sources].some((source) =>
    findReferences(published.get(source)).some(({ target, weak }) => target === id && !weak),
  )
}

/** Lets those who were given an address have an asset for a while: an export loads assets without its token. */
export interface AddressSigner {
  /** @param address of an asset, absolute or not @returns the same with a signature that holds for an hour */
  sign(address: string): string
  /** @param url as requested */
  verify(url: URL): boolean
}

const SIGNED_FOR_MS = 60 * 60 * 1000

/** Signatures end with the process: nothing needs them for longer. */
export function createAddressSigner(now: () => Date): AddressSigner {
  const key = randomBytes(32)
  const signatureOf = (path: string, expires: string) =>
    createHmac('sha256', key).update(`${path}\n${expires}`).digest()

  return {
    sign(address) {
      const expires = String(now().getTime() + SIGNED_FOR_MS)
      const { pathname } = new URL(address, 'http://lake')
      const signature = signatureOf(pathname, expires).toString('base64url')
      return `${address}${address.includes('?') ? '&' : '?'}expires=${expires}&signature=${signature}`
    },
    verify(url) {
      const expires = url.searchParams.get('expires') ?? ''
      const given = Buffer.from(url.searchParams.get('signature') ?? '', 'base64url')
      const expected = signatureOf(url.pathname, expires)
      return (
        given.length === expected.length &&
        timingSafeEqual(given, expected) &&
        Number(expires) > now().getTime()
      )
    },
  }
}
