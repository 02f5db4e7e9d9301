import type { Organization } from '#content/generated/types.ts'
import { CHANNELS } from '#content/vocabulary/channels.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import { bindWords } from '#content/text/typography.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import { type CoverageEntry, viewCoverageEntry } from '../coverage-entries.ts'
import { coverOf } from '../cover-picture/find-cover.ts'
import { linkTo } from '../document-link.ts'
import { type MaterialEntry, viewMaterialEntry } from '../materials/material-list-view.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { type PracticeEntry, viewPracticeEntry } from '../practices/practice-entries.ts'
import { type StageCell, viewOrganizationRow } from '../information-support/region-matrix.ts'
import { type EmbedCode, writeEmbedCode } from './embed-view.ts'
import { compareShare, listComparable, type ShareComparison } from './compare-with-region.ts'
import { type IndicatorView, measureRegion, viewIndicators } from './indicators.ts'
import { listRoadmaps, type RoadmapEntry } from './roadmap-entries.ts'

/** Everything the page of an organisation shows. */
export interface OrganizationView {
  readonly page: PageMeta
  readonly name: string
  readonly fullName: string
  readonly kind: string
  readonly place: readonly Link[]
  readonly about: string
  readonly roadmaps: readonly RoadmapEntry[]
  /** Which stages of the roadmap in force were told about; [] where it has no stages to tell apart. */
  readonly stages: readonly StageCell[]
  readonly share: ShareComparison | null
  readonly region: Link | null
  readonly coverage: readonly CoverageEntry[]
  readonly practices: readonly PracticeEntry[]
  readonly materials: readonly MaterialEntry[]
  readonly indicators: readonly IndicatorView[]
  /** Name where it may be published, else the position; '' when nobody is named. */
  readonly curator: string
  readonly contacts: readonly Contact[]
  readonly channels: readonly Link[]
  readonly calendar: string
  readonly feed: string
  /** The block for the organisation's own site and the code that puts it there. */
  readonly embed: { readonly url: string; readonly code: EmbedCode }
}

export interface Contact {
  readonly name: string
  readonly value: string
  readonly url: string | null
}

const MAX_ENTRIES = 6

/** The page of an organisation; null when there is none at this address. */
export function viewOrganization(content: ContentReader, slug: string): OrganizationView | null {
  const organization = content.find('organization', slug)
  if (organization === null) return null
  const id = organization._id
  const place = listPlaces(organization, content)
  const url = `/organizacii/${slug}/`
  const regionId = content.link(id)?.region?._ref
  const comparable = listComparable(regionId, content)
  return {
    page: describePage(organization, place, url, content),
    name: typeset(organization.name),
    fullName: bindWords(organization.fullName ?? ''),
    kind: setTitle(ORGANIZATION_KINDS, organization.kind),
    place,
    about: typeset(organization.about ?? ''),
    roadmaps: listRoadmaps(content, 'organization', id),
    stages: viewOrganizationRow(id, { title: organization.name, url }, content)?.cells ?? [],
    share: compareShare(id, comparable, content),
    region: linkTo(regionId, content),
    coverage: listCoverage(content, id),
    practices: content.list('practice', `organization/${id}`).map((card) => viewPracticeEntry(card, content)),
    materials: content.list('material', `organization/${id}`).map((card) => viewMaterialEntry(card, content)),
    indicators: viewIndicators(content, `organization/${id}`, measureRegion(comparable, regionId, content)),
    curator: content.get('person', organization.curator?._ref)?.name ?? organization.curatorPosition ?? '',
    contacts: listContacts(organization),
    channels: (organization.channels ?? []).map(({ channel, url: address }) => ({
      title: setTitle(CHANNELS, channel),
      url: address,
    })),
    calendar: `${url}kalendar.ics`,
    feed: `${url}rss.xml`,
    embed: {
      url: `${url}vstavka/`,
      code: writeEmbedCode(organization.name, `${content.origin}${url}`),
    },
  }
}

function listPlaces({ _id, municipality }: Organization, content: ContentReader): Link[] {
  return [linkTo(content.link(_id)?.region?._ref, content), linkTo(municipality?._ref, content)].filter(
    (link) => link !== null,
  )
}

function listCoverage(content: ContentReader, id: string): CoverageEntry[] {
  return content
    .list('roadmap', `organization/${id}`)
    .flatMap((roadmap) => content.list('coverage', `roadmap/${roadmap.id}`))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, MAX_ENTRIES)
    .map((card) => viewCoverageEntry(card, content))
}

function listContacts({ address, phone, email, site }: Organization): Contact[] {
  return [
    ...(address === undefined ? [] : [{ name: 'Адрес', value: bindWords(address), url: null }]),
    ...(phone === undefined
      ? []
      : [
          {
            name: 'Телефон',
            value: phone.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011'),
            url: `tel:${phone.replaceAll(/[^+\d]/g, '')}`,
          },
        ]),
    ...(email === undefined ? [] : [{ name: 'Почта', value: email, url: `mailto:${email}` }]),
    ...(site === undefined
      ? []
      : [{ name: 'Сайт', value: site.replace(/^https?:\/\/|\/$/g, ''), url: site }]),
  ]
}

function describePage(
  organization: Organization,
  place: readonly Link[],
  path: string,
  content: ContentReader,
): PageMeta {
  const region = content.addressOf(content.link(organization._id)?.region?._ref)
  return {
    title: `${organization.name}: наставничество`,
    description: `${organization.fullName ?? organization.name}: дорожная карта, что уже сделано и опубликовано, практики и материалы.`,
    path,
    // One picture for each organisation of a country would take gigabytes: see decisions/.
    picture: region === null ? undefined : coverOf(region),
    crumbs: [{ title: 'Регионы', url: '/regiony/' }, ...place],
    updated: organization._updatedAt.slice(0, 10),
    feed: `${path}rss.xml`,
    structured: {
      '@type': 'EducationalOrganization',
      name: organization.fullName ?? organization.name,
      alternateName: organization.name,
      ...(organization.site && { url: organization.site }),
      ...(organization.address && { address: organization.address }),
      ...(organization.phone && { telephone: organization.phone }),
    },
    search: {
      kind: 'organization',
      levels: [organization.kind],
      region: content.link(content.link(organization._id)?.region?._ref)?.slug?.current ?? null,
    },
  }
}
