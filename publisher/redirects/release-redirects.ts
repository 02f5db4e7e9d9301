import { isLakeDocument } from '../documents/document-source.ts'
import type { DocumentChanges, DocumentRules } from '../documents/public-documents.ts'
import type { PublicDocument } from '../site-bundle/built-site.ts'
import { readFormerAddress } from './former-address.ts'
import type { FormerAddress } from './former-address.ts'
import { resolveRedirects } from './resolve-redirects.ts'

/** The former addresses that readers may know, and where they lead. */
export interface ReleaseRedirects {
  /** Takes in what changed for readers. @returns whether a former address did */
  update(changes: Pick<DocumentChanges, 'upsert' | 'remove'>): boolean
  readonly size: number
  /** @param paths every path of the site */
  resolve(paths: Iterable<string>): Map<string, string>
}

export function createReleaseRedirects(
  rules: Pick<DocumentRules, 'addressOf'>,
  getVisible: (id: string) => PublicDocument | undefined,
  /** All that readers may see, one JSON each. */
  lines: Iterable<Uint8Array>,
): ReleaseRedirects {
  const former = new Map<string, FormerAddress>()

  function update({ upsert, remove }: Pick<DocumentChanges, 'upsert' | 'remove'>): boolean {
    let changed = false
    for (const id of remove) changed = former.delete(id) || changed
    for (const document of upsert) {
      const address = readFormerAddress(document)
      changed = (address === null ? former.delete(document._id) : true) || changed
      if (address !== null) former.set(document._id, address)
    }
    return changed
  }

  function addressOf(id: string): string | null {
    const document = getVisible(id)
    return document === undefined ? null : rules.addressOf(document, getVisible)
  }

  for (const line of lines) {
    const json = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
    const document: unknown = json.includes('"formerAddress"') ? JSON.parse(json.toString()) : null
    if (isLakeDocument(document)) update({ upsert: [document], remove: [] })
  }

  return {
    update,
    get size() {
      return former.size
    },
    resolve: (paths) =>
      former.size === 0 ? new Map() : resolveRedirects(former.values(), addressOf, new Set(paths)),
  }
}
