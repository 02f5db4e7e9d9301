import { addressOf } from '#content/addresses/address-of.ts'
import { COUNTRY_ZONE, dayInZone } from '#content/text/day-in-zone.ts'
import { parentOf } from './archive-nodes.ts'
import type { LinkCard } from './cards.ts'
import type { ContentReader } from './content-reader.ts'
import type { StoreState } from './content-store.ts'
import { type DocumentOf, isOfType, type SiteDocumentType } from './documents.ts'
import type { IndexCards, IndexName } from './indexes.ts'

/** A reader of a store that reports the key of every read. */
export function createReader(state: StoreState, record: (key: string) => void): ContentReader {
  const { documents, indexes, addresses } = state

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
    if (id == null) return null
    record(`index:link:${id}`)
    return state.links.get(id) ?? null
  }

  function todayIn(zone: string): string {
    record(`today:${zone}`)
    return dayInZone(state.today, zone)
  }

  function timeZoneAt(ownerId: string | null | undefined): string {
    const owner = link(ownerId)
    const region = owner?._type === 'region' ? owner : link(owner?.region?._ref)
    return region?.timeZone ?? COUNTRY_ZONE
  }

  function findId(type: SiteDocumentType, slug: string, ownerId?: string): string | null {
    const address = [type, ...(ownerId === undefined ? [] : [ownerId]), slug].join('/')
    record(`index:address:${address}`)
    return addresses.find(address)
  }

  return {
    origin: state.origin,
    get today() {
      return todayIn(COUNTRY_ZONE)
    },
    todayAt: (ownerId) => todayIn(timeZoneAt(ownerId)),
    timeZoneAt,
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
    hasSome(name, value) {
      record(`index:${name}:${value}#some`)
      return indexes[name].count(value) > 0
    },
    isLong(name, value) {
      record(`index:${name}:${value}#long`)
      return indexes[name].isLong(value)
    },
    isHuge(name, value) {
      record(`index:${name}:${value}#huge`)
      return indexes[name].isHuge(value)
    },
    node(name, value, node) {
      record(`index:${name}:${value}@${node}`)
      return indexes[name].node(value, node)
    },
    isSplit(name, value, node) {
      record(`index:${name}:${value}@${node}#split`)
      return indexes[name].isSplit(value, node)
    },
    page(name, value, node, number) {
      record(`index:${name}:${value}@${node}/${number}`)
      return indexes[name].page(value, node, number)
    },
    neighbours(name, value, id) {
      const place = indexes[name].locate(value, id)
      if (place === null) return []
      const { node, number } = place
      for (let part: string | null = node; part !== null; part = parentOf(part))
        record(`index:${name}:${value}@${part}#split`)
      record(`index:${name}:${value}@${node}/${number}`)
      return indexes[name].page(value, node, number)
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
