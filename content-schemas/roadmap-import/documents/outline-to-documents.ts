import { transliterate } from '../../text/transliterate.ts'
import type { LevelKey } from '../../vocabulary/levels.ts'
import { VOCATIONAL } from '../outline/find-level.ts'
import { findRegion } from '../outline/regions.ts'
import type { RoadmapReading } from '../read-roadmap.ts'
import { buildStages } from './build-stages.ts'
import type {
  ImportDocuments,
  ImportOrganization,
  ImportReference,
  ImportRegion,
  ImportRoadmap,
} from './import-documents.ts'
import { PersonRegister } from './person-register.ts'

const SLUG_LENGTH = 60
const ORGANIZATION_KINDS: Record<LevelKey, string> = {
  school: 'school',
  kindergarten: 'kindergarten',
  additional: 'additional',
  vocational: 'vocational',
  municipal: 'authority',
  regional: 'authority',
}

/**
 * The documents that a reading becomes: the roadmap, its owner, and the people in charge. Pure: the same reading
 * gives the same ids and keys, so that importing again updates what the first import made.
 * @param options.fallbackName names the roadmap's owner in ids when the document names none (a file's name)
 * @param options.known the organisation, region and people that are there already under ids of their own
 */
export function outlineToDocuments(
  reading: RoadmapReading,
  options: { fallbackName?: string; known?: KnownOwners } = {},
): ImportDocuments {
  const { outline, front } = reading
  const { known = {} } = options
  const region = front.region ? { ...toRegion(front.region), ...idOf(known.region) } : null
  const regional = outline.level === 'regional' && region !== null
  const named = regional ? null : toOrganization(reading, region)
  const organization = named && { ...named, ...idOf(known.organization) }
  const owner = organization ?? (regional ? region : null)
  const ownerSlug = owner?.slug.current ?? slugOf(options.fallbackName ?? outline.title ?? 'karta')
  const persons = new PersonRegister(
    ownerSlug,
    organization && referTo(organization._id, 'organization'),
    known.persons,
  )
  const years = yearsOf(reading)
  const period = outline.period ?? closedPeriod(reading)
  const roadmap: ImportRoadmap = {
    _id: `roadmap-${ownerSlug}-${years}`,
    _type: 'roadmap',
    title: outline.title ?? `Дорожная карта${outline.organization ? ` (${outline.organization})` : ''}`,
    slug: { _type: 'slug', current: years },
    ...(organization ? { organization: referTo(organization._id, 'organization') } : {}),
    ...(regional && region ? { region: referTo(region._id, 'region') } : {}),
    ...(outline.level ? { level: outline.level } : {}),
    model: modelOf(reading),
    ...(period ? { period: { _type: 'period', ...period } } : {}),
    ...(outline.approval ? { approval: toApproval(outline.approval) } : {}),
    basis: outline.basis,
    preamble: outline.preamble,
    columns: outline.columns.map((column, index) => ({
      _key: `c${index + 1}`,
      _type: 'roadmapColumn',
      ...column,
    })),
    stages: buildStages(reading, persons),
    sourceText: reading.sourceText,
    warnings: outline.warnings.map((warning, index) => ({
      _key: `w${index + 1}`,
      _type: 'importWarning',
      ...warning,
    })),
  }
  return { roadmap, organization, region, persons: persons.all() }
}

/** Owners that the roadmap belongs to, as the lake knows them. */
export interface KnownOwners {
  organization?: { _id: string; slug: string }
  region?: { _id: string; slug: string }
  /** Ids of people of the organisation by their names. */
  persons?: ReadonlyMap<string, string>
}

function idOf(known: { _id: string; slug: string } | undefined) {
  return known && { _id: known._id, slug: { _type: 'slug' as const, current: known.slug } }
}

/** A reference that stays weak until the document it names is published. */
export function referTo(id: string, type: string): ImportReference {
  return { _type: 'reference', _ref: id, _weak: true, _strengthenOnPublish: { type } }
}

function toRegion(name: string): ImportRegion {
  const known = findRegion(name)
  const slug = slugOf(name)
  return {
    _id: `region-${slug}`,
    _type: 'region',
    name,
    slug: { _type: 'slug', current: slug },
    ...(known ? { code: known.code, timeZone: known.timeZone } : {}),
  }
}

function toOrganization(
  { outline, front }: RoadmapReading,
  region: ImportRegion | null,
): ImportOrganization | null {
  if (outline.organization === null) return null
  const slug = slugOf(outline.organization)
  return {
    _id: `organization-${slug}`,
    _type: 'organization',
    name: outline.organization,
    fullName: front.organizationFullName ?? outline.organization,
    slug: { _type: 'slug', current: slug },
    kind: kindOf(outline.organization, outline.level),
    level: outline.level === 'municipal' || outline.level === 'regional' ? outline.level : 'organization',
    ...(region ? { region: referTo(region._id, 'region') } : {}),
  }
}

/** Institutes have no level of roadmap of their own: their names tell what they are, as those of colleges do. */
function kindOf(name: string, level: LevelKey | null): string {
  if (VOCATIONAL.test(name)) return 'vocational'
  if (/институт[а-я]* развития|(?<!\p{L})(?:ИРО|К?РИПК|ЦНППМ)(?!\p{L})|(?<!\p{L})ДПО(?!\p{L})/iu.test(name))
    return 'institute'
  return ORGANIZATION_KINDS[level ?? 'school']
}

function slugOf(name: string): string {
  return transliterate(name, SLUG_LENGTH) || 'bez-nazvaniya'
}

/** «2024-2025»: the years of the stated period, else of the dates, else of the order. */
function yearsOf({ outline, placing }: RoadmapReading): string {
  const start = outline.period?.start ?? placing.period?.start ?? outline.approval?.date
  if (!start) return 'bez-sroka'
  const end = outline.period?.end ?? placing.period?.end ?? start
  const years = [start.slice(0, 4), end.slice(0, 4)]
  return [...new Set(years)].join('-')
}

/** A period derived from the dates counts only when they close it. */
function closedPeriod({ placing }: RoadmapReading): { start: string; end: string } | null {
  const period = placing.period
  return period?.end ? { start: period.start, end: period.end } : null
}

function modelOf({ outline }: RoadmapReading): 'teachers' | 'target' {
  const words = `${outline.title ?? ''} ${outline.stages.map((stage) => stage.title ?? '').join(' ')}`
  if (/педагогическ[а-я]+ работник/i.test(words)) return 'teachers'
  return /целев[а-я]+ модел|(?<!\p{L})ЦМН(?!\p{L})/iu.test(words) ? 'target' : 'teachers'
}

function toApproval({
  kind,
  number,
  date,
}: {
  kind: string
  number: string | null
  date: string | null
}): ImportRoadmap['approval'] {
  return { _type: 'approval', kind, ...(number ? { number } : {}), ...(date ? { date } : {}) }
}
