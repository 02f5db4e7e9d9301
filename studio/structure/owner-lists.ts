import type { DocumentListBuilder, ListBuilder, StructureBuilder } from 'sanity/structure'
import { ownerNameQuery } from '#content/queries/addressed-documents.ts'
import { iconOf } from '../appearance/type-icons.ts'
import { API_VERSION } from '../config/api-version.ts'
import { documentsOf, type OwnedDocuments } from './documents-of.ts'

const OF_ORGANIZATION: readonly OwnedDocuments[] = [
  { title: 'Дорожные карты', type: 'roadmap', field: 'organization' },
  { title: 'Практики', type: 'practice', field: 'organization' },
  { title: 'Материалы', type: 'material', field: 'organization' },
  { title: 'Публикации', type: 'coverage', field: 'roadmap', path: 'roadmap->organization._ref' },
  { title: 'События', type: 'event', field: 'organization' },
  { title: 'Показатели', type: 'indicatorReport', field: 'organization' },
  { title: 'Люди', type: 'person', field: 'organization' },
]

const OF_REGION: readonly OwnedDocuments[] = [
  { title: 'Организации', type: 'organization', field: 'region' },
  { title: 'Муниципалитеты', type: 'municipality', field: 'region' },
  { title: 'Дорожные карты региона', type: 'roadmap', field: 'region' },
  { title: 'Публикации региона', type: 'coverage', field: 'roadmap', path: 'roadmap->region._ref' },
  { title: 'События региона', type: 'event', field: 'region' },
  { title: 'Показатели региона', type: 'indicatorReport', field: 'region' },
]

/** Turns a list of regions: each opens what the region has instead of its form. */
export function openRegions(S: StructureBuilder, regions: DocumentListBuilder): DocumentListBuilder {
  return regions.child((id) =>
    ownerList(S, { id, type: 'region', page: 'Страница региона', owns: OF_REGION }),
  )
}

/** Turns a list of organisations: each opens what the organisation has instead of its form. */
export function openOrganizations(
  S: StructureBuilder,
  organizations: DocumentListBuilder,
): DocumentListBuilder {
  return organizations.child((id) =>
    ownerList(S, { id, type: 'organization', page: 'Страница организации', owns: OF_ORGANIZATION }),
  )
}

interface Owner {
  id: string
  type: string
  /** Name of the item that opens the owner's own form. */
  page: string
  owns: readonly OwnedDocuments[]
}

async function ownerList(S: StructureBuilder, owner: Owner): Promise<ListBuilder> {
  const page = S.document().schemaType(owner.type).documentId(owner.id).title(owner.page)
  return S.list()
    .id(owner.id)
    .title(await nameOf(S, owner.id))
    .items([
      S.listItem().id('page').title(owner.page).icon(iconOf(owner.type)).child(page),
      S.divider(),
      ...owner.owns.map((documents) => ownedItem(S, documents, owner.id)),
    ])
}

function ownedItem(S: StructureBuilder, documents: OwnedDocuments, ownerId: string) {
  const list = documentsOf(S, documents, ownerId)
  return S.listItem()
    .id(documents.type)
    .title(documents.title)
    .icon(iconOf(documents.type))
    .child(documents.type === 'organization' ? openOrganizations(S, list) : list)
}

async function nameOf(S: StructureBuilder, id: string): Promise<string> {
  const client = S.context.getClient({ apiVersion: API_VERSION }).withConfig({ perspective: 'drafts' })
  const name: unknown = await client.fetch(ownerNameQuery, { id })
  return typeof name === 'string' && name !== '' ? name : 'Без названия'
}
