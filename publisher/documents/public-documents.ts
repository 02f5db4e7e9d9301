import { createHash } from 'node:crypto'
import type { PublicDocument, SiteChanges } from '../site-bundle/built-site.ts'
import type { LakeDocument } from './document-source.ts'

/** What a rule may look at while it decides about one document. */
export interface RuleContext {
  /** The published document of this id; it is remembered that the decision depends on it. */
  readonly get: (id: string) => LakeDocument | undefined
  /** YYYY-MM-DD in Moscow; it is remembered that the decision depends on the day. */
  readonly today: string
}

/** What of a document readers may see, and whether it is sound. */
export interface DocumentRules {
  /** @returns null when readers may see nothing of the document */
  toPublicDocument(document: LakeDocument, context: RuleContext): PublicDocument | null
  /** @returns what is wrong with the document, in words for editors; empty when it is sound */
  problemsOf(document: LakeDocument): string[]
}

/** Public documents that came or changed, and ids of those that readers may no longer see. */
export type DocumentChanges = Required<Omit<SiteChanges, 'today'>>

/** A published document that the site cannot show. */
export interface RejectedDocument {
  id: string
  type: string
  problems: string[]
}

/**
 * Published documents and their public view, kept in step: when a document changes, every document whose
 * public view depended on it is decided anew (a withdrawn consent changes each roadmap that names the person).
 */
export interface PublicDocuments {
  /** @returns what changed for readers; empty lists when nothing did */
  update(documents: Iterable<LakeDocument>, removed?: Iterable<string>): DocumentChanges
  /** Sets the day and decides again about documents that depend on it. */
  setToday(today: string): DocumentChanges
  get(id: string): LakeDocument | undefined
  lakeDocuments(): Iterable<LakeDocument>
  /** Every document readers may see. */
  visible(): Iterable<PublicDocument>
  rejected(): RejectedDocument[]
}

/** Starts empty; `today` is YYYY-MM-DD. */
export function createPublicDocuments(rules: DocumentRules, initialToday: string): PublicDocuments {
  const published = new Map<string, LakeDocument>()
  const visible = new Map<string, { document: PublicDocument; digest: string }>()
  const rejected = new Map<string, RejectedDocument>()
  const readsOf = new Map<string, Set<string>>()
  const readersOf = new Map<string, Set<string>>()
  const dependOnDay = new Set<string>()
  let today = initialToday

  function decide(document: LakeDocument): PublicDocument | null {
    const problems = rules.problemsOf(document)
    if (problems.length > 0) {
      rejected.set(document._id, { id: document._id, type: document._type, problems })
      return null
    }
    const reads = new Set<string>()
    try {
      return rules.toPublicDocument(document, {
        get(id) {
          if (id !== document._id) reads.add(id)
          return published.get(id)
        },
        get today() {
          dependOnDay.add(document._id)
          return today
        },
      })
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      rejected.set(document._id, { id: document._id, type: document._type, problems: [problem] })
      return null
    } finally {
      remember(document._id, reads)
    }
  }

  function remember(id: string, reads: Set<string>): void {
    if (reads.size > 0) readsOf.set(id, reads)
    for (const read of reads) {
      const readers = readersOf.get(read)
      if (readers === undefined) readersOf.set(read, new Set([id]))
      else readers.add(id)
    }
  }

  function forget(id: string): void {
    rejected.delete(id)
    dependOnDay.delete(id)
    for (const read of readsOf.get(id) ?? []) readersOf.get(read)?.delete(id)
    readsOf.delete(id)
  }

  function decideAll(ids: Iterable<string>): DocumentChanges {
    const upsert: PublicDocument[] = []
    const remove: string[] = []
    for (const id of ids) {
      forget(id)
      const source = published.get(id)
      const document = source === undefined ? null : decide(source)
      if (document === null) {
        if (visible.delete(id)) remove.push(id)
        continue
      }
      const digest = digestOf(document)
      if (visible.get(id)?.digest === digest) continue
      visible.set(id, { document, digest })
      upsert.push(document)
    }
    return { upsert, remove }
  }

  return {
    update(documents, removed = []) {
      const affected = new Set<string>()
      for (const id of removed) {
        if (published.delete(id)) affected.add(id)
      }
      for (const document of documents) {
        published.set(document._id, document)
        affected.add(document._id)
      }
      for (const id of Array.from(affected)) {
        for (const reader of readersOf.get(id) ?? []) affected.add(reader)
      }
      return decideAll(affected)
    },
    setToday(day) {
      today = day
      return decideAll([...dependOnDay])
    },
    get: (id) => published.get(id),
    lakeDocuments: () => published.values(),
    visible: () => documentsOf(visible.values()),
    rejected: () => [...rejected.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Tells whether two public documents are the same, without keeping both. */
export function digestOf(document: PublicDocument): string {
  return createHash('sha1').update(JSON.stringify(document)).digest('base64')
}

function* documentsOf(entries: Iterable<{ document: PublicDocument }>): Iterable<PublicDocument> {
  for (const entry of entries) yield entry.document
}
