import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { dayInZone } from '#content/text/day-in-zone.ts'
import { TIME_ZONES } from '#content/vocabulary/time-zones.ts'
import type { PublicDocument, SiteChanges } from '../site-bundle/built-site.ts'
import { createLinkTable } from '../release/link-table.ts'
import { createDocumentBytes, type DocumentPack } from './document-bytes.ts'
import { isLakeDocument } from './document-source.ts'
import type { LakeDocument } from './document-source.ts'

/** Documents between which whoever waits has a turn. */
const DECIDED_AT_ONCE = 200

/** What a rule may look at while it decides about one document. */
export interface RuleContext {
  /** The published document of this id; it is remembered that the decision depends on it. */
  readonly get: (id: string) => LakeDocument | undefined
  /** Published documents whose public view refers to this id. */
  readonly referring: (id: string) => Iterable<LakeDocument>
  /** ISO date, the same in every time zone, or an ISO moment, at which each region has its own day. */
  readonly today: string
}

/** What of a document readers may see, and whether it is sound. */
export interface DocumentRules {
  /** @returns null when readers may see nothing of the document */
  toPublicDocument(document: LakeDocument, context: RuleContext): PublicDocument | null
  /** @returns what is wrong with the document, in words for editors; empty when it is sound */
  problemsOf(document: LakeDocument): string[]
  /**
   * ISO dates on which, or after which, what readers may see of the document changes by itself. Documents for which that
   * changes something too have asked for it.
   */
  datesOf(document: LakeDocument): readonly string[]
  /** Whether the decision asks for `referring` documents, as that about an uploaded picture does. */
  dependsOnReferrers(document: LakeDocument): boolean
  /** @returns path of the page that shows a public document, perhaps with an anchor; null when it has none */
  addressOf(document: PublicDocument, get: (id: string) => PublicDocument | undefined): string | null
  /** Whether the document is about a person, who may withdraw the consent to be shown. */
  isPerson(document: PublicDocument): boolean
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
  /** Takes in a whole lake; nobody needs to hear what changed. */
  load(documents: AsyncIterable<LakeDocument> | Iterable<LakeDocument>): Promise<void>
  /** @returns what changed for readers; empty lists when nothing did */
  update(documents: Iterable<LakeDocument>, removed?: Iterable<string>): DocumentChanges
  /** Sets the day and decides again about documents with a date between the days before and now. */
  setToday(today: string): DocumentChanges
  get(id: string): LakeDocument | undefined
  lakeDocuments(): Iterable<LakeDocument>
  /** What readers may see of a document; undefined when nothing. */
  getVisible(id: string): PublicDocument | undefined
  /** Every document readers may see. */
  visible(): Iterable<PublicDocument>
  /** The same in a file that threads share. */
  packVisible(): DocumentPack
  /** The same as lines of JSON, in order of id. */
  lines(): Iterable<Uint8Array>
  /** Id and digest of every document readers may see. */
  digests(): Iterable<[string, string]>
  rejected(): RejectedDocument[]
}

/**
 * Starts empty.
 * @param initialToday as in `RuleContext`
 * @param folder where the documents are put, in files without names; that of temporary files unless told otherwise
 */
export function createPublicDocuments(
  rules: DocumentRules,
  initialToday: string,
  folder?: string,
): PublicDocuments {
  const published = createDocumentBytes(isLakeDocument, folder)
  const visible = createDocumentBytes(isLakeDocument, folder)
  const digests = new Map<string, string>()
  const rejected = new Map<string, RejectedDocument>()
  /** Which documents the decision about each looked at. */
  const reads = createLinkTable()
  const references = createLinkTable()
  const dates = new Map<string, readonly string[]>()
  let today = initialToday

  function decide(document: LakeDocument): PublicDocument | null {
    const problems = rules.problemsOf(document)
    if (problems.length > 0) {
      rejected.set(document._id, { id: document._id, type: document._type, problems })
      return null
    }
    const read = new Set<string>()
    try {
      return rules.toPublicDocument(document, {
        get(id) {
          if (id !== document._id) read.add(id)
          return published.get(id)
        },
        referring: (id) => present(references.sourcesOf(id)),
        today,
      })
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      rejected.set(document._id, { id: document._id, type: document._type, problems: [problem] })
      return null
    } finally {
      if (read.size > 0) reads.set(document._id, read)
    }
  }

  function forget(id: string): void {
    rejected.delete(id)
    dates.delete(id)
    reads.delete(id)
  }

  function present(ids: Iterable<string>): LakeDocument[] {
    return [...ids].flatMap((id) => published.get(id) ?? [])
  }

  /** @returns ids to which the document refers only before or only after */
  function replaceReferences(id: string, document: PublicDocument | null): Set<string> {
    const before = new Set(references.targetsOf(id))
    const after = document === null ? new Set<string>() : findReferences(document)
    if (after.size > 0) references.set(id, after)
    else references.delete(id)
    return new Set([...before, ...after].filter((target) => before.has(target) !== after.has(target)))
  }

  function withReaders(ids: ReadonlySet<string>): Set<string> {
    return new Set([...ids, ...[...ids].flatMap((id) => [...reads.sourcesOf(id)])])
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
  function decideOne(id: string, changes: DocumentChanges | null): Set<string> {
    forget(id)
    const source = published.get(id)
    const itsDates = source === undefined ? [] : rules.datesOf(source)
    if (itsDates.length > 0) dates.set(id, itsDates)
    const document = source === undefined ? null : decide(source)
    if (document === null) {
      digests.delete(id)
      if (visible.delete(id)) changes?.remove.push(id)
    } else {
      const digest = digestOf(document)
      if (digests.get(id) === digest) return new Set()
      digests.set(id, digest)
      visible.set(document)
      changes?.upsert.push(document)
    }
    return replaceReferences(id, document)
  }

  return {
    async load(documents) {
      for await (const document of documents) published.set(document)
      let left = DECIDED_AT_ONCE
      const later: string[] = []
      for (const id of published.ids()) {
        const source = published.get(id)
        if (source !== undefined && rules.dependsOnReferrers(source)) later.push(id)
        else decideOne(id, null)
        if (left-- > 0) continue
        left = DECIDED_AT_ONCE
        await setImmediate()
      }
      for (const id of later) decideOne(id, null)
    },
    update(documents, removed = []) {
      const affected = new Set<string>()
      for (const id of removed) {
        if (published.delete(id)) affected.add(id)
      }
      for (const document of documents) {
        published.set(document)
        affected.add(document._id)
      }
      return decideAll(withReaders(affected))
    },
    setToday(day) {
      const days = [...daysOf(today), ...daysOf(day)].toSorted()
      const [first = '', last = ''] = [days[0], days.at(-1)]
      today = day
      const affected = new Set<string>()
      for (const [id, ofDocument] of dates)
        if (ofDocument.some((date) => first <= date && date <= last)) affected.add(id)
      return decideAll(withReaders(affected))
    },
    get: (id) => published.get(id),
    lakeDocuments: () => published.values(),
    getVisible: (id) => visible.get(id),
    visible: () => visible.values(),
    packVisible: () => visible.pack(),
    lines: () => visible.lines(),
    digests: () => digests.entries(),
    rejected: () => [...rejected.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Tells whether two public documents are the same, without keeping both. */
export function digestOf(document: PublicDocument): string {
  return createHash('sha1').update(JSON.stringify(document)).digest('base64')
}

/** Every day it is somewhere in Russia: the earliest and the latest. */
function daysOf(moment: string): string[] {
  return TIME_ZONES.map(({ key }) => dayInZone(moment, key))
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
