import { addressOf } from '#content/addresses/address-of.ts'
import { isLong, listWindows } from '../timing/deadline-windows.ts'
import type { DocumentOf, SiteDocument } from './documents.ts'

/** Address of a document whose address depends on no other document, '' when it has none. */
function standaloneAddress(document: SiteDocument): string {
  return addressOf({ ...document }, () => null) ?? ''
}

/** What lists show of a practice. */
export function practiceCard(practice: DocumentOf<'practice'>) {
  return {
    id: practice._id,
    title: practice.title,
    url: standaloneAddress(practice),
    problem: practice.problem,
    form: practice.form,
    kind: practice.kind ?? null,
    stages: practice.stages ?? [],
    audience: practice.audience ?? [],
    organization: practice.organization._ref,
    evidence: practice.evidence ?? null,
    time: practice.time ?? null,
    created: practice._createdAt,
  }
}

/** What lists show of a material. */
export function materialCard(material: DocumentOf<'material'>) {
  return {
    id: material._id,
    title: material.title,
    url: standaloneAddress(material),
    type: material.type,
    summary: material.summary ?? '',
    audience: material.audience ?? [],
    stages: material.stages ?? [],
    validFrom: material.validFrom ?? null,
    validUntil: material.validUntil ?? null,
    legalBasis: (material.legalBasis ?? []).map((act) => act._ref),
    organization: material.organization?._ref ?? null,
    updated: material._updatedAt.slice(0, 10),
    created: material._createdAt,
  }
}

/** What lists and matrices show of a publication about a roadmap. */
export function coverageCard(coverage: DocumentOf<'coverage'>) {
  return {
    id: coverage._id,
    title: coverage.title,
    url: standaloneAddress(coverage),
    date: coverage.date,
    channel: coverage.channel,
    roadmap: coverage.roadmap._ref,
    activities: coverage.activities ?? [],
    link: coverage.url ?? null,
    summary: coverage.summary ?? '',
  }
}

/** What lists show of an organisation. */
export function organizationCard(organization: DocumentOf<'organization'>) {
  return {
    id: organization._id,
    name: organization.name,
    url: standaloneAddress(organization),
    kind: organization.kind,
    level: organization.level,
    region: referenceOf(organization.region),
    municipality: organization.municipality?._ref ?? null,
  }
}

/** What lists show of a roadmap; its address depends on its owner's. */
export function roadmapCard(roadmap: DocumentOf<'roadmap'>) {
  return {
    id: roadmap._id,
    title: roadmap.title,
    slug: roadmap.slug.current,
    start: roadmap.period?.start ?? null,
    end: roadmap.period?.end ?? null,
    organization: roadmap.organization?._ref ?? null,
    region: roadmap.region?._ref ?? null,
  }
}

/** A roadmap that has something to finish in a month; regional ones come first. */
export function dueCard({ _id, region }: DocumentOf<'roadmap'>) {
  return { id: _id, order: `${region === undefined ? 1 : 0}${_id}` }
}

/** Months, `2025-03`, in which a time of an activity ends; work that goes on all year is left out. */
export function listDueMonths({ stages, period }: DocumentOf<'roadmap'>): string[] {
  const ends = stages
    .flatMap((stage) => stage.activities ?? [])
    .filter(({ status }) => status !== 'done' && status !== 'cancelled')
    .flatMap(({ deadlines }) => deadlines ?? [])
    .flatMap((deadline) => listWindows(deadline, period ?? null))
    .flatMap((window) => (window.end === null || isLong(window) ? [] : [window.end.slice(0, 7)]))
  return [...new Set(ends)]
}

/** What lists show of a collection. */
export function collectionCard(collection: DocumentOf<'collection'>) {
  return {
    id: collection._id,
    title: collection.title,
    url: standaloneAddress(collection),
    summary: collection.summary ?? '',
    size: collection.items.length,
  }
}

/** What the calendar and the pages of its owners show of an event. */
export function eventCard(event: DocumentOf<'event'>) {
  return {
    id: event._id,
    title: event.title,
    url: standaloneAddress(event),
    slug: event.slug.current,
    date: event.date,
    end: event.end ?? null,
    place: event.place ?? null,
    summary: event.summary ?? '',
    link: event.url ?? null,
    organization: event.organization?._ref ?? null,
    region: event.region?._ref ?? null,
  }
}

/** A region or municipality as far as lists of places need it. */
export function placeCard(place: DocumentOf<'region'> | DocumentOf<'municipality'>) {
  return { id: place._id, name: place.name, slug: place.slug.current }
}

/** As much of a document as its own address and the words of a link to it depend on. */
export function linkCard(document: SiteDocument) {
  const slug = 'slug' in document ? { slug: document.slug } : {}
  const region = 'region' in document && document.region ? { region: document.region } : {}
  const organization =
    document._type === 'roadmap' && document.organization ? { organization: document.organization } : {}
  const timeZone = document._type === 'region' && document.timeZone ? { timeZone: document.timeZone } : {}
  return {
    _id: document._id,
    _type: document._type,
    name: nameOf(document),
    ...slug,
    ...region,
    ...organization,
    ...timeZone,
  }
}

/** When a document last changed, for the sitemap and feeds; ISO date. */
export function changeCard(document: SiteDocument) {
  return {
    id: document._id,
    updated: document._updatedAt.slice(0, 10),
    created: document._createdAt.slice(0, 10),
  }
}

/** Id a reference holds; null when it is missing, as in documents that an import left incomplete. */
function referenceOf(reference: { _ref: string } | undefined): string | null {
  return reference?._ref ?? null
}

function nameOf(document: SiteDocument): string {
  if ('name' in document && document.name !== undefined) return document.name
  if ('term' in document) return document.term
  return 'title' in document ? (document.title ?? '') : ''
}

export type PracticeCard = ReturnType<typeof practiceCard>
export type MaterialCard = ReturnType<typeof materialCard>
export type CoverageCard = ReturnType<typeof coverageCard>
export type OrganizationCard = ReturnType<typeof organizationCard>
export type RoadmapCard = ReturnType<typeof roadmapCard>
export type DueCard = ReturnType<typeof dueCard>
export type CollectionCard = ReturnType<typeof collectionCard>
export type EventCard = ReturnType<typeof eventCard>
export type PlaceCard = ReturnType<typeof placeCard>
export type LinkCard = ReturnType<typeof linkCard>
export type ChangeCard = ReturnType<typeof changeCard>
