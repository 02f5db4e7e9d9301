import { addressedTypes } from '#content/addresses/address-of.ts'
import * as cards from './cards.ts'
import { type DocumentOf, isOfType, type SiteDocument, type SiteDocumentType } from './documents.ts'
import { regionOf } from './region-of.ts'
import { PAGE_SIZE } from './page-size.ts'
import { type IndexDefinition, LONG_LIST, SortedGroups } from './sorted-groups.ts'

/** The card each index holds, by the index's name. */
export interface IndexCards {
  change: cards.ChangeCard
  collection: cards.CollectionCard
  coverage: cards.CoverageCard
  due: cards.DueCard
  event: cards.EventCard
  glossaryTerm: DocumentOf<'glossaryTerm'>
  indicatorReport: DocumentOf<'indicatorReport'>
  legalAct: DocumentOf<'legalAct'>
  material: cards.MaterialCard
  municipality: cards.PlaceCard
  organization: cards.OrganizationCard
  practice: cards.PracticeCard
  region: cards.PlaceCard
  roadmap: cards.RoadmapCard
}

export type IndexName = keyof IndexCards

/** Indexes whose long lists can be read by year, month and day. */
export type DatedIndexName = 'change' | 'coverage' | 'material' | 'practice'

/** All indexes of a store, each by its name. */
export type Indexes = { readonly [Name in IndexName]: SortedGroups<SiteDocument, IndexCards[Name]> }

/** Long lists for readers. */
const LIST_CUT = { splitAbove: LONG_LIST, pageSize: PAGE_SIZE }

/** A part of the sitemap may hold 50,000 addresses; parts that change together are better small. */
const SITEMAP_CUT = { splitAbove: 1000, pageSize: 5000 }

/**
 * Empty indexes: by which values documents are found, and what a list shows of them.
 * @param get finds the owner of a document, for lists by region
 */
export function createIndexes(get: (id: string) => SiteDocument | undefined): Indexes {
  const inRegion = (document: SiteDocument) => {
    const region = regionOf(document, get)
    return [`region/${region ?? 'none'}`]
  }
  return {
    change: new SortedGroups({
      values: ({ _type }) => (addressed.has(_type) ? [_type] : []),
      card: cards.changeCard,
      order: ({ created }) => created,
      sort: 'descending',
      cut: SITEMAP_CUT,
    }),
    collection: indexOf('collection', {
      values: ({ items }) => ['all', ...items.map(({ item }) => `item/${item._ref}`)],
      card: cards.collectionCard,
      order: ({ title }) => title,
      sort: 'alphabet',
    }),
    coverage: indexOf('coverage', {
      values: (coverage) => [
        'all',
        `roadmap/${coverage.roadmap._ref}`,
        ...inRegion(coverage),
        ...sampled(coverage),
      ],
      card: cards.coverageCard,
      order: ({ date }) => date,
      sort: 'descending',
      cut: LIST_CUT,
    }),
    due: indexOf('roadmap', {
      values: cards.listDueMonths,
      card: cards.dueCard,
      order: ({ order }) => order,
      sort: 'ascending',
    }),
    event: indexOf('event', {
      values: ({ organization, region }) => [
        'all',
        ...referenced('organization', organization),
        ...referenced('region', region),
      ],
      card: cards.eventCard,
      order: ({ date }) => date,
      sort: 'ascending',
    }),
    glossaryTerm: indexOf('glossaryTerm', {
      values: () => ['all'],
      card: (term) => term,
      order: ({ term }) => term,
      sort: 'alphabet',
    }),
    indicatorReport: indexOf('indicatorReport', {
      values: ({ organization, region }) => [
        'all',
        ...referenced('organization', organization),
        ...referenced('region', region),
      ],
      card: (report) => report,
      order: ({ period }) => period.end,
      sort: 'descending',
    }),
    legalAct: indexOf('legalAct', {
      values: () => ['all'],
      card: (act) => act,
      order: ({ date }) => date ?? '',
      sort: 'descending',
    }),
    material: indexOf('material', {
      values: ({ type, stages, organization, legalBasis }) => [
        'all',
        `type/${type}`,
        ...(stages ?? []).map((stage) => `stage/${stage}`),
        ...referenced('organization', organization),
        ...(legalBasis ?? []).map((act) => `act/${act._ref}`),
      ],
      card: cards.materialCard,
      order: ({ created }) => created,
      sort: 'descending',
      cut: LIST_CUT,
    }),
    municipality: indexOf('municipality', {
      values: ({ region }) => ['all', `region/${region._ref}`],
      card: cards.placeCard,
      order: ({ name }) => name,
      sort: 'alphabet',
    }),
    organization: indexOf('organization', {
      values: (organization) => [
        'all',
        ...inRegion(organization),
        ...referenced('municipality', organization.municipality),
        ...sampled(organization),
      ],
      card: cards.organizationCard,
      order: ({ name }) => name,
      sort: 'alphabet',
    }),
    practice: indexOf('practice', {
      values: (practice) => [
        'all',
        `form/${practice.form}`,
        ...(practice.kind === undefined ? [] : [`kind/${practice.kind}`]),
        ...(practice.stages ?? []).map((stage) => `stage/${stage}`),
        `organization/${practice.organization._ref}`,
        ...(practice.materials ?? []).map((material) => `material/${material._ref}`),
        ...inRegion(practice),
        ...sampled(practice),
      ],
      card: cards.practiceCard,
      order: ({ created }) => created,
      sort: 'descending',
      cut: LIST_CUT,
    }),
    region: indexOf('region', {
      values: () => ['all'],
      card: cards.placeCard,
      order: ({ name }) => name,
      sort: 'alphabet',
    }),
    roadmap: indexOf('roadmap', {
      values: ({ organization, region }) => [
        'all',
        ...referenced('organization', organization),
        ...referenced('region', region),
      ],
      card: cards.roadmapCard,
      order: ({ start, slug }) => start ?? slug,
      sort: 'descending',
    }),
  }
}

const addressed: ReadonlySet<string> = new Set(addressedTypes())

function indexOf<Type extends SiteDocumentType, Card>(
  type: Type,
  definition: IndexDefinition<DocumentOf<Type>, Card>,
): SortedGroups<SiteDocument, Card> {
  return new SortedGroups<SiteDocument, Card>({
    ...definition,
    values: (document) => (isOfType(document, type) ? [...new Set(definition.values(document))] : []),
    card: (document) => definition.card(requireType(document, type)),
  })
}

function requireType<Type extends SiteDocumentType>(document: SiteDocument, type: Type): DocumentOf<Type> {
  if (isOfType(document, type)) return document
  throw new TypeError(`The index of type ${type} was given ${document._id} of type ${document._type}.`)
}

function referenced(name: string, reference: { _ref: string } | undefined): string[] {
  return reference === undefined ? [] : [`${name}/${reference._ref}`]
}

/** One in so many documents stands for all of them where counting all would take too long. */
const SAMPLE = 64

function sampled({ _id }: SiteDocument): string[] {
  let hash = 0
  for (let place = 0; place < _id.length; place += 1) hash = (Math.imul(hash, 31) + _id.charCodeAt(place)) | 0
  return (hash >>> 0) % SAMPLE === 0 ? ['sample'] : []
}
