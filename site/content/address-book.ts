import { addressedTypes } from '#content/addresses/address-of.ts'
import type { SiteDocument } from './documents.ts'

/** Documents by the last part of their address: `practice/<slug>`, below its owner where slugs repeat. */
export interface AddressBook {
  /** Id of the document at an address; of several the one whose id comes first. */
  find(address: string): string | null
  /** Takes a document in, out or anew, and adds the keys it touches. Without a set: for loading. */
  replace(
    before: SiteDocument | undefined,
    after: SiteDocument | undefined,
    touched: Set<string> | null,
  ): void
}

export function createAddressBook(): AddressBook {
  const ids = new Map<string, string | string[]>()

  function find(address: string): string | null {
    const found = ids.get(address)
    return typeof found === 'string' ? found : (found?.[0] ?? null)
  }

  function put(address: string, id: string): void {
    const found = ids.get(address)
    if (found === undefined) ids.set(address, id)
    else ids.set(address, [...new Set([...listOf(found), id])].toSorted())
  }

  function remove(address: string, id: string): void {
    const left = listOf(ids.get(address)).filter((other) => other !== id)
    const [only, ...more] = left
    if (only === undefined) ids.delete(address)
    else ids.set(address, more.length === 0 ? only : left)
  }

  return {
    find,
    replace(before, after, touched) {
      const [old, next] = [entryOf(before), entryOf(after)]
      if (old === next) return
      if (old !== null && before !== undefined) remove(old, before._id)
      if (next !== null && after !== undefined) put(next, after._id)
      for (const address of [old, next]) if (address !== null) touched?.add(`index:address:${address}`)
    },
  }
}

const addressed: ReadonlySet<string> = new Set(addressedTypes())

function entryOf(document: SiteDocument | undefined): string | null {
  if (document === undefined || !addressed.has(document._type) || !('slug' in document)) return null
  const owner =
    document._type === 'roadmap'
      ? [(document.organization ?? document.region)?._ref ?? '']
      : document._type === 'municipality'
        ? [document.region._ref]
        : []
  return [document._type, ...owner, document.slug.current].join('/')
}

function listOf(found: string | string[] | undefined): string[] {
  if (found === undefined) return []
  return typeof found === 'string' ? [found] : found
}
