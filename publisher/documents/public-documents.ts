import { createHash } from 'node:crypto'
import type { PublicDocument, SiteChanges } from '../site-bundle/built-site.ts'
import type { LakeDocument } from './document-source.ts'

/** What a rule may look at while it decides about one document. */
export interface RuleContext {
  /** The published document of this id; it is remembered that the decision depends on it. */
  readonly get: (id: string) => LakeDocument | undefined
  /** Published documents whose public view refers to this id. */
  readonly referring: (id: string) => Iterable<LakeDocument>
  /** YYYY-MM-DD in Moscow; it is remembered that the decision depends on the day. */
  readonly today: string
}

/** What of a document readers may see, and whether it is sound. */
export interface DocumentRules {
  /** @returns null when readers may see nothing of the document */
  toPublicDocument(document: LakeDocument, context: RuleContext): PublicDocument | null
  /** @returns what is wrong with the document, in words for editors; empty when it is sound */
  problemsOf(document: LakeDocument): string[]
  /** Whether the decision asks for `referring` documents, as that about an uploaded picture does. */
  dependsOnReferrers(document: LakeDocument): boolean
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
  const referencesOf = new Map<string, Set<string>>()
  const referrersOf = new Map<string, Set<string>>()
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
        referring: (id) => present(referrersOf.get(id) ?? []),
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
    for (const read of reads) addTo(readersOf, read, id)
  }

  function forget(id: string): void {
    rejected.delete(id)
    dependOnDay.delete(id)
    for (const read of readsOf.get(id) ?? []) readersOf.get(read)?.delete(id)
    readsOf.delete(id)
  }

  function present(ids: Iterable<string>): LakeDocument[] {
    return [...ids].flatMap((id) => published.get(id) ?? [])
  }

  /** @returns ids to which the document refers only before or only after */
  function replaceReferences(id: string, document: PublicDocument | null): Set<string> {
    const before = referencesOf.get(id) ?? new Set<string>()
    const after = document === null ? new Set<string>() : findReferences(document)
    for (const target of before) referrersOf.get(target)?.delete(id)
    for (const target of after) addTo(referrersOf, target, id)
    if (after.size > 0) referencesOf.set(id, after)
    else referencesOf.delete(id)
    return new Set([...before, ...after].filter((target) => before.has(target) !== after.has(target)))
  }

  /** Documents that depend on who refers to them are decided after those that may. */
  function decideAll(ids: ReadonlySet<string>): DocumentChanges {
    const changes: DocumentChanges = { upsert: [], remove: [] }
    const later = new Set<string>()
    for (const id of ids) {
      const source = published.get(id)
      if (source !== undefined && rules.dependsOnReferrers(source)) later.add(id)
      else for (const target of decideOne(id, changes)) later.add(target)
    }
    for (const id of later) {
      const source = published.get(id)
      if (source !== undefined && rules.dependsOnReferrers(source)) decideOne(id, changes)
    }
    return changes
  }

  /** @returns ids whose referrers changed */
  function decideOne(id: string, changes: DocumentChanges): Set<string> {
    forget(id)
    const source = published.get(id)
    const document = source === undefined ? null : decide(source)
    const known = visible.get(id)
    if (document === null) {
      if (visible.delete(id)) changes.remove.push(id)
    } else {
      const digest = digestOf(document)
      if (known?.digest === digest) return new Set()
      visible.set(id, { document, digest })
      changes.upsert.push(document)
    }
    return replaceReferences(id, document)
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
      return decideAll(new Set(dependOnDay))
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

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}

/** Every id that a reference in the document names. */
function findReferences(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) findReferences(item, found)
  } else if (typeof value === 'object' && value !== null) {
    if ('_ref' in value && typeof value._ref === 'string') found.add(value._ref)
    for (const item of Object.values(value)) findReferences(item, found)
  }
  return found
}

function* documentsOf(entries: Iterable<{ document: PublicDocument }>): Iterable<PublicDocument> {
  for (const entry of entries) yield entry.document
}
