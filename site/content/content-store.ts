import { addressOf } from '#content/addresses/address-of.ts'
import type { LinkCard } from './cards.ts'
import type { ContentReader } from './content-reader.ts'
import { type DocumentOf, isOfType, type SiteDocument, type SiteDocumentType } from './documents.ts'
import type { IndexTouch } from './index-group.ts'
import { createIndexes, type IndexCards, type IndexName, type Indexes } from './indexes.ts'

/** What is published at one moment, and what of it each page asked for. */
export interface ContentStore {
  /** Takes documents in and out. Returns the keys of everything that is not what it was. */
  apply(changes: StoreChanges): Set<string>
  /** A reader that reports the key of every read. */
  reader(record: (key: string) => void): ContentReader
}

export interface StoreChanges {
  readonly upsert?: readonly SiteDocument[]
  readonly remove?: readonly string[]
  /** ISO date. */
  readonly today?: string
}

interface StoreState {
  today: string
  readonly origin: string
  readonly documents: Map<string, SiteDocument>
  readonly indexes: Indexes
}

/** A store that holds these documents. */
export function createContentStore(options: {
  origin: string
  today: string
  documents: Iterable<SiteDocument>
}): ContentStore {
  const state: StoreState = {
    today: options.today,
    origin: options.origin.replace(/\/+$/, ''),
    documents: new Map(),
    indexes: createIndexes(),
  }
  applyChanges(state, { upsert: [...options.documents] })
  return {
    apply: (changes) => applyChanges(state, changes),
    reader: (record) => createReader(state, record),
  }
}

function applyChanges(state: StoreState, { upsert = [], remove = [], today }: StoreChanges): Set<string> {
  const touched = new Set<string>()
  const touches = Object.entries(state.indexes).map(([name, index]) => ({ name, index, touch: noTouch() }))
  const replace = (id: string, after: SiteDocument | undefined): void => {
    const before = state.documents.get(id)
    if (isSame(before, after)) return
    if (after === undefined) state.documents.delete(id)
    else state.documents.set(id, after)
    touched.add(`doc:${id}`)
    for (const { index, touch } of touches) index.replace(before, after, touch)
  }
  for (const id of remove) replace(id, undefined)
  for (const document of upsert) replace(document._id, document)
  for (const { name, touch } of touches) {
    for (const value of touch.lists) touched.add(`index:${name}:${value}`)
    for (const value of touch.heads) touched.add(`index:${name}:${value}#head`)
    for (const value of touch.counts) touched.add(`index:${name}:${value}#count`)
  }
  if (today !== undefined && today !== state.today) {
    state.today = today
    touched.add('today')
  }
  return touched
}

function isSame(before: SiteDocument | undefined, after: SiteDocument | undefined): boolean {
  if (before === undefined || after === undefined) return before === after
  return JSON.stringify(before) === JSON.stringify(after)
}

function noTouch(): IndexTouch {
  return { lists: new Set(), heads: new Set(), counts: new Set() }
}

function createReader(state: StoreState, record: (key: string) => void): ContentReader {
  const { documents, indexes } = state

  function get<Type extends SiteDocumentType>(
    type: Type,
    id: string | null | undefined,
  ): DocumentOf<Type> | null {
    if (id == null) return null
    record(`doc:${id}`)
    const document = documents.get(id)
    return document !== undefined && isOfType(document, type) ? document : null
  }

  function list<Name extends IndexName>(name: Name, value: string): readonly IndexCards[Name][] {
    record(`index:${name}:${value}`)
    return indexes[name].list(value)
  }

  function link(id: string | null | undefined): LinkCard | null {
    return id == null ? null : (list('link', id)[0] ?? null)
  }

  function findId(type: SiteDocumentType, slug: string, ownerId?: string): string | null {
    const value = [type, ...(ownerId === undefined ? [] : [ownerId]), slug].join('/')
    return list('address', value)[0]?.id ?? null
  }

  return {
    origin: state.origin,
    get today() {
      record('today')
      return state.today
    },
    get,
    findId,
    find: (type, slug, ownerId) => get(type, findId(type, slug, ownerId)),
    list,
    head(name, value) {
      record(`index:${name}:${value}#head`)
      return indexes[name].head(value)
    },
    count(name, value) {
      record(`index:${name}:${value}#count`)
      return indexes[name].count(value)
    },
    link,
    addressOf(id) {
      const card = link(id)
      return card === null ? null : addressOf({ ...card }, (other) => ownerCard(link(other)))
    },
  }
}

/** Owners stand at the top, so that documents that name each other as owners do not go round in circles. */
function ownerCard(card: LinkCard | null) {
  return card?._type === 'organization' || card?._type === 'region' ? { ...card } : null
}
