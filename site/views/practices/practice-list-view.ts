import { formatCount } from '#content/text/plurals.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findEntry, type VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
import type { PracticeCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type Facet, viewFacet } from '../facets.ts'
import { type ListPage, pageOf, readListPath } from '../paged-list.ts'
import type { PageMeta } from '../page-meta.ts'
import { type PracticeEntry, viewPracticeEntry } from './practice-entries.ts'

/** A list of practices: all of them, or those of one form, kind, stage or region. */
export interface PracticeListView {
  readonly page: PageMeta
  readonly heading: string
  readonly intro: string
  readonly list: ListPage<PracticeEntry>
  readonly facets: readonly Facet[]
}

const BASE = '/praktiki/'

interface FacetRule {
  readonly name: string
  readonly value: string
  readonly table: readonly VocabularyEntry[]
  readonly heading: (title: string) => string
}

const facets: Readonly<Record<string, FacetRule>> = {
  forma: { name: 'По форме', value: 'form', table: FORMS, heading: (title) => `Практики в форме «${title}»` },
  etap: { name: 'По этапу', value: 'stage', table: STAGES, heading: (title) => `Практики этапа «${title}»` },
  vid: { name: 'По виду', value: 'kind', table: KINDS, heading: (title) => `Практики: ${title}` },
}

/** The list at this path below `/praktiki/`; null when there is no such list. */
export function viewPracticeList(content: ContentReader, path: string | undefined): PracticeListView | null {
  const asked = readListPath(path)
  if (asked === null) return null
  const { facet, value, number } = asked
  const found = facet === null || value === null ? allPractices(content) : findList(content, facet, value)
  if (found === null) return null
  const page = pageOf(found.cards, number, found.url)
  if (page === null) return null
  const entries = page.entries.map((card) => viewPracticeEntry(card, content))
  const suffix = number === 1 ? '' : `, страница ${number}`
  return {
    page: {
      title: `${found.heading}${suffix}`,
      description: `${found.heading}: что сделали в школах, по шагам и с результатом. ${formatTotal(page.total)}.`,
      path: number === 1 ? found.url : `${found.url}stranica/${number}/`,
      crumbs: found.url === BASE ? [] : [{ title: 'Практики', url: BASE }],
      updated: null,
    },
    heading: found.heading,
    intro: formatTotal(page.total),
    list: { ...page, entries },
    facets: [
      ...Object.entries(facets).map(([segment, rule]) =>
        viewFacet(content, 'practice', { ...rule, base: `${BASE}${segment}/` }, found.url),
      ),
      viewRegionFacet(content, found.url),
    ].filter(({ choices }) => choices.length > 0),
  }
}

interface FoundList {
  readonly heading: string
  readonly url: string
  readonly cards: readonly PracticeCard[]
}

function allPractices(content: ContentReader): FoundList {
  return { heading: 'Практики наставничества', url: BASE, cards: content.list('practice', 'all') }
}

function findList(content: ContentReader, facet: string, value: string): FoundList | null {
  const url = `${BASE}${facet}/${value}/`
  if (facet === 'region') return findRegionList(content, value, url)
  const rule = facets[facet]
  const entry = rule === undefined ? undefined : findEntry(rule.table, value)
  if (rule === undefined || entry === undefined) return null
  const cards = content.list('practice', `${rule.value}/${value}`)
  return cards.length === 0 ? null : { heading: rule.heading(entry.title), url, cards }
}

function findRegionList(content: ContentReader, slug: string, url: string): FoundList | null {
  const region = content.link(content.findId('region', slug))
  if (region === null) return null
  const cards = listRegionPractices(content, region._id)
  return { heading: `Практики: ${region.name}`, url, cards }
}

/** Practices of all organisations of a region, newest first. */
export function listRegionPractices(content: ContentReader, regionId: string): PracticeCard[] {
  return content
    .list('organization', `region/${regionId}`)
    .flatMap(({ id }) => content.list('practice', `organization/${id}`))
    .toSorted((a, b) => (a.created < b.created ? 1 : -1))
}

/** Regions without numbers: to count their practices, every list would depend on every organisation. */
function viewRegionFacet(content: ContentReader, currentUrl: string): Facet {
  const choices = content.list('region', 'all').map(({ name, slug }) => {
    const url = `${BASE}region/${slug}/`
    return { title: name, url, count: null, current: url === currentUrl }
  })
  return { name: 'По региону', choices }
}

function formatTotal(total: number): string {
  return total === 0 ? 'Практик пока нет' : formatCount(total, ['практика', 'практики', 'практик'])
}
