import { addressedTypes } from '#content/addresses/address-of.ts'
import * as cards from './cards.ts'
import { type DocumentOf, isOfType, type SiteDocument, type SiteDocumentType } from './documents.ts'
import { type IndexDefinition, IndexGroups } from './index-group.ts'

/** The card each index holds, by the index's name. */
export interface IndexCards {
  address: { id: string }
  change: cards.ChangeCard
  collection: cards.CollectionCard
  coverage: cards.CoverageCard
  due: cards.DueCard
  event: cards.EventCard
  glossaryTerm: DocumentOf<'glossaryTerm'>
  indicatorReport: DocumentOf<'indicatorReport'>
  legalAct: DocumentOf<'legalAct'>
  link: cards.LinkCard
  material: cards.MaterialCard
  municipality: cards.PlaceCard
  organization: cards.OrganizationCard
  practice: cards.PracticeCard
  region: cards.PlaceCard
  roadmap: cards.RoadmapCard
}

export type IndexName = keyof IndexCards

/** All indexes of a store, each by its name. */
export type Indexes = { readonly [Name in IndexName]: IndexGroups<SiteDocument, IndexCards[Name]> }

/** Empty indexes: by which values documents are found, and what a list shows of them. */
export function createIndexes(): Indexes {
  return {
    address: new IndexGroups({
      values: (document) => addressValues(document),
      card: ({ _id }) => ({ id: _id }),
      order: ({ id }) => id,
    }),
    change: new IndexGroups({
      values: ({ _type }) => (addressed.has(_type) ? ['all', _type] : []),
      card: cards.changeCard,
      order: ({ id }) => id,
    }),
    collection: indexOf('collection', {
      values: ({ items }) => ['all', ...items.map(({ item }) => `item/${item._ref}`)],
      card: cards.collectionCard,
      order: ({ title }) => title,
    }),
    coverage: indexOf('coverage', {
      values: ({ roadmap }) => ['all', `roadmap/${roadmap._ref}`],
      card: cards.coverageCard,
      order: ({ date }) => date,
      descending: true,
    }),
    due: indexOf('roadmap', {
      values: cards.listDueMonths,
      card: cards.dueCard,
      order: ({ order }) => order,
    }),
    event: indexOf('event', {
      values: ({ organization, region }) => [
        'all',
        ...referenced('organization', organization),
        ...referenced('region', region),
      ],
      card: cards.eventCard,
      order: ({ date }) => date,
    }),
    glossaryTerm: indexOf('glossaryTerm', {
      values: () => ['all'],
      card: (term) => term,
      order: ({ term }) => term,
    }),
    indicatorReport: indexOf('indicatorReport', {
      values: ({ organization, region }) => [
        'all',
        ...referenced('organization', organization),
        ...referenced('region', region),
      ],
      card: (report) => report,
      order: ({ period }) => period.end,
      descending: true,
    }),
    legalAct: indexOf('legalAct', {
      values: () => ['all'],
      card: (act) => act,
      order: ({ date }) => date ?? '',
      descending: true,
    }),
    link: new IndexGroups({
      values: ({ _id }) => [_id],
      card: cards.linkCard,
      order: ({ _id }) => _id,
    }),
    material: indexOf('material', {
      values: ({ type, stages, audience, organization, legalBasis }) => [
        'all',
        `type/${type}`,
        ...(stages ?? []).map((stage) => `stage/${stage}`),
        ...(audience ?? []).map((reader) => `audience/${reader}`),
        ...referenced('organization', organization),
        ...(legalBasis ?? []).map((act) => `act/${act._ref}`),
      ],
      card: cards.materialCard,
      order: ({ title }) => title,
    }),
    municipality: indexOf('municipality', {
      values: ({ region }) => ['all', `region/${region._ref}`],
      card: cards.placeCard,
      order: ({ name }) => name,
    }),
    organization: indexOf('organization', {
      values: ({ region, municipality }) => [
        'all',
        ...referenced('region', region),
        ...referenced('municipality', municipality),
      ],
      card: cards.organizationCard,
      order: ({ name }) => name,
    }),
    practice: indexOf('practice', {
      values: ({ form, kind, stages, audience, organization, materials }) => [
        'all',
        `form/${form}`,
        ...(kind === undefined ? [] : [`kind/${kind}`]),
        ...(stages ?? []).map((stage) => `stage/${stage}`),
        ...(audience ?? []).map((level) => `audience/${level}`),
        `organization/${organization._ref}`,
        ...(materials ?? []).map((material) => `material/${material._ref}`),
      ],
      card: cards.practiceCard,
      order: ({ created }) => created,
      descending: true,
    }),
    region: indexOf('region', {
      values: () => ['all'],
      card: cards.placeCard,
      order: ({ name }) => name,
    }),
    roadmap: indexOf('roadmap', {
      values: ({ organization, region }) => [
        'all',
        ...referenced('organization', organization),
        ...referenced('region', region),
      ],
      card: cards.roadmapCard,
      order: ({ start, slug }) => start ?? slug,
      descending: true,
    }),
  }
}

const addressed: ReadonlySet<string> = new Set(addressedTypes())

function indexOf<Type extends SiteDocumentType, Card>(
  type: Type,
  definition: IndexDefinition<DocumentOf<Type>, Card>,
): IndexGroups<SiteDocument, Card> {
  return new IndexGroups<SiteDocument, Card>({
    ...definition,
    values: (document) => (isOfType(document, type) ? [...new Set(definition.values(document))] : []),
    card: (document) => definition.card(requireType(document, type)),
  })
}

function requireType<Type extends SiteDocumentType>(document: SiteDocument, type: Type): DocumentOf<Type> {
  if (isOfType(document, type)) return document
  throw new TypeError(`The index of type ${type} was given ${document._id} of type ${document._type}.`)
}

/** What a page's address is looked up by: `practice/<slug>`, below its owner where slugs repeat. */
function addressValues(document: SiteDocument): string[] {
  if (!addressed.has(document._type) || !('slug' in document)) return []
  const owner =
    document._type === 'roadmap'
      ? [(document.organization ?? document.region)?._ref ?? '']
      : document._type === 'municipality'
        ? [document.region._ref]
        : []
  return [[document._type, ...owner, document.slug.current].join('/')]
}

function referenced(name: string, reference: { _ref: string } | undefined): string[] {
  return reference === undefined ? [] : [`${name}/${reference._ref}`]
}
