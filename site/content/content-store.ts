import { addressedTypes } from '#content/addresses/address-of.ts'
import { dayInZone } from '#content/text/day-in-zone.ts'
import { TIME_ZONES } from '#content/vocabulary/time-zones.ts'
import { acceptDocuments } from './accept.ts'
import type { PublicDocument } from './accept.ts'
import { createAddressBook } from './address-book.ts'
import type { AddressBook } from './address-book.ts'
import { linkCard } from './cards.ts'
import type { LinkCard } from './cards.ts'
import { createReader } from './create-reader.ts'
import type { ContentReader } from './content-reader.ts'
import { type DocumentPack, packDocuments, type PackedDocuments } from './document-pack.ts'
import type { SiteDocument } from './documents.ts'
import { createIndexes, type Indexes } from './indexes.ts'
import { regionOf } from './region-of.ts'

/** What is published at one moment, and what of it each page asked for. */
export interface ContentStore {
  /** Takes documents in and out. Returns the keys of everything that is not what it was. */
  apply(changes: StoreChanges): Set<string>
  /** A reader that reports the key of every read. */
  reader(record: (key: string) => void): ContentReader
  /** Type of a document; null when there is none. */
  typeOf(id: string): string | null
  /** Ids of documents whose addresses depend on this one. */
  listDependents(id: string): string[]
}

export interface StoreChanges {
  readonly upsert?: readonly SiteDocument[]
  readonly remove?: readonly string[]
  /** ISO date, the same in every time zone, or an ISO moment, at which each region has its own day. */
  readonly today?: string
}

/** Everything readers read from. */
export interface StoreState {
  /** As in `StoreChanges`. */
  today: string
  readonly origin: string
  readonly documents: PackedDocuments
  /** What links to each document need of it. */
  readonly links: Map<string, LinkCard>
  readonly indexes: Indexes
  /** Which document an address leads to. */
  readonly addresses: AddressBook
}

/** A store that holds these documents. */
export function createContentStore(options: {
  origin: string
  today: string
  documents: DocumentPack | Iterable<PublicDocument>
}): ContentStore {
  const loaded: string[] = []
  const addresses = createAddressBook()
  const documents = packDocuments(options.documents, (id) => loaded.push(id))
  const get = (id: string) => documents.get(id)
  const state: StoreState = {
    today: options.today,
    origin: options.origin.replace(/\/+$/, ''),
    documents,
    links: new Map(),
    indexes: createIndexes(get),
    addresses,
  }
  // Lists by region ask for the owners, so everything is there before anything is listed.
  for (const id of loaded) {
    const document = documents.get(id)
    if (document !== undefined) state.links.set(id, linkCard(document))
    addresses.replace(undefined, document, null)
    for (const index of Object.values(state.indexes)) index.set(id, document, null)
  }
  return {
    apply: (changes) => applyChanges(state, changes),
    reader: (record) => createReader(state, record),
    typeOf: (id) => state.links.get(id)?._type ?? null,
    listDependents: (id) => listDependents(state, id),
  }
}

function listDependents({ indexes }: StoreState, id: string): string[] {
  return [
    ...indexes.roadmap.ids(`organization/${id}`),
    ...indexes.roadmap.ids(`region/${id}`),
    ...indexes.municipality.ids(`region/${id}`),
  ]
}

function applyChanges(state: StoreState, { upsert = [], remove = [], today }: StoreChanges): Set<string> {
  const touched = new Set<string>()
  for (const id of remove) replace(state, id, undefined, touched)
  for (const document of acceptDocuments(upsert)) replace(state, document._id, document, touched)
  if (today !== undefined && today !== state.today) {
    for (const { key } of TIME_ZONES)
      if (dayInZone(today, key) !== dayInZone(state.today, key)) touched.add(`today:${key}`)
    state.today = today
  }
  return touched
}

function replace(state: StoreState, id: string, after: SiteDocument | undefined, touched: Set<string>): void {
  const { documents, indexes, addresses, links } = state
  const before = documents.get(id)
  if (JSON.stringify(before) === JSON.stringify(after)) return
  const get = (other: string) => documents.get(other)
  const regionBefore = regionOf(before, get)
  const [link, linkBefore] = [after && linkCard(after), links.get(id)]
  if (after === undefined || link === undefined) {
    documents.delete(id)
    links.delete(id)
  } else {
    documents.set(id, after)
    links.set(id, link)
  }
  touched.add(`doc:${id}`)
  if (!isLinkSame(linkBefore, link)) touched.add(`index:link:${id}`)
  addresses.replace(before, after, touched)
  const changed = [id, ...(regionOf(after, get) === regionBefore ? [] : listOwned(indexes, id))]
  for (const [name, index] of Object.entries(indexes)) {
    const keys = new Set<string>()
    for (const one of changed) index.set(one, documents.get(one), keys)
    for (const key of keys) touched.add(`index:${name}:${key}`)
  }
}

/** Documents that stand in the lists of a region because of this organisation or roadmap. */
function listOwned({ roadmap, practice, material, coverage }: Indexes, id: string): string[] {
  const roadmaps = roadmap.ids(`organization/${id}`)
  return [
    ...roadmaps,
    ...practice.ids(`organization/${id}`),
    ...material.ids(`organization/${id}`),
    ...[id, ...roadmaps].flatMap((one) => coverage.ids(`roadmap/${one}`)),
  ]
}

const addressed: ReadonlySet<string> = new Set(addressedTypes())

function isLinkSame(before: LinkCard | undefined, after: LinkCard | undefined): boolean {
  if (before === undefined || after === undefined) return false
  if (!addressed.has(before._type) && !addressed.has(after._type)) return false
  return JSON.stringify(before) === JSON.stringify(after)
}
