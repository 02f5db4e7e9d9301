import type { Identity } from '../access/identity.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { ChangeFeed, Committed } from '../listen/change-feed.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Selection } from '../store/select-ids.ts'
import { openScope, type OpenScope } from './open-scope.ts'
import type { Scope } from './scope.ts'

/** What of the dataset somebody with scopes works in. */
export interface WorkArea {
  has(document: LakeDocument): boolean
  /** @see OpenScope.willHave */
  willHave(document: LakeDocument, written: readonly LakeDocument[]): boolean
  /** One GROQ filter for each scope, without sets. */
  describe(): string[]
  /** @see OpenScope.select */
  select(): readonly Selection[]
  /** Ids that joined or left a set by the transaction told last. */
  moved(committed: Committed): readonly string[]
}

export interface Scopes {
  /** @returns null for who works everywhere, and for anonymous readers, who work nowhere */
  areaOf(identity: Identity): WorkArea | null
}

interface Deps {
  documents: Pick<DocumentStore, 'get' | 'select'>
  feed: ChangeFeed
}

/** More different scopes than this are not kept open at once. */
const MAX_OPEN = 500

/** Keeps the scopes that are in use in step with the dataset. Must subscribe to the feed before its readers do. */
export function createScopes({ documents, feed }: Deps): Scopes {
  const areas = new Map<string, WorkArea & { follow(committed: Committed): void }>()
  feed.subscribe((committed) => {
    for (const area of areas.values()) area.follow(committed)
  })

  function open(scopes: readonly Scope[]) {
    const opened = scopes.map((scope) => openScope(scope, documents))
    let latest: { committed: Committed; moved: readonly string[] } | null = null
    return {
      has: (document: LakeDocument) => opened.some((scope) => scope.has(document)),
      willHave: (document: LakeDocument, written: readonly LakeDocument[]) =>
        opened.some((scope) => scope.willHave(document, written)),
      describe: () => opened.map((scope: OpenScope) => scope.describe()),
      select: () => opened.flatMap((scope: OpenScope) => scope.select()),
      follow(committed: Committed) {
        latest = { committed, moved: opened.flatMap((scope) => scope.follow(committed)) }
      },
      moved: (committed: Committed) => (latest?.committed === committed ? latest.moved : []),
    }
  }

  return {
    areaOf({ scopes }) {
      if (!scopes) return null
      const key = JSON.stringify(scopes)
      let area = areas.get(key)
      if (!area) {
        const [oldest] = areas.keys()
        if (areas.size >= MAX_OPEN && oldest !== undefined) areas.delete(oldest)
        areas.set(key, (area = open(scopes)))
      }
      return area
    },
  }
}
