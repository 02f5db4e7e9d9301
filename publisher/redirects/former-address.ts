import { createHash } from 'node:crypto'
import type { LakeDocument } from '../documents/document-source.ts'

/** Where a document was shown before. */
export interface FormerAddress {
  /** Path of the page, `/praktiki/chitaem/`. */
  address: string
  /** Id of the document that was there. */
  target: string
}

const TYPE = 'formerAddress'
/** Each part is a name of a folder in every release. */
const ADDRESS = /^\/(?:[\w-]{1,200}\/){1,10}$/

/** The document in which a lake keeps a former address; the same for the same address. */
export function documentOfFormerAddress({ address, target }: FormerAddress): LakeDocument {
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 20)
  return { _id: `former-address-${hash}`, _type: TYPE, address, target }
}

/** The former address that a public document keeps; null when it is another document, or the address is not public. */
export function readFormerAddress(document: LakeDocument): FormerAddress | null {
  const { _type, address, target } = document
  if (_type !== TYPE || typeof address !== 'string' || typeof target !== 'string') return null
  return ADDRESS.test(address) ? { address, target } : null
}
