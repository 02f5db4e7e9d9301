import { formatCount } from '#content/text/plurals.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findEntry, type VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
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
  const found = findList(content, asked.facet, asked.value)
  const page = found === null ? null : pageOf(content, { index: 'practice', ...found }, asked)
  if (found === null || page === null) return null
  const title = [found.heading, page.part].filter(Boolean).join(', ')
  const top = found.base === BASE && page.path === BASE ? [] : [{ title: 'Практики', url: BASE }]
  const list =
    page.path === found.base || found.base === BASE ? [] : [{ title: found.heading, url: found.base }]
  return {
    page: {
      title,
      description: `${title}: что сделали в школах, по шагам и с результатом.`,
      path: page.path,
      crumbs: [...top, ...list, ...page.crumbs],
      updated: null,
    },
    heading: page.part === '' ? found.heading : `${found.heading}: ${page.part}`,
    intro: page.total === null ? '' : formatTotal(page.total),
    list: { ...page, entries: page.entries.map((card) => viewPracticeEntry(card, content)) },
    facets: page.path === found.base ? listFacets(content, found.base) : [],
  }
}

interface FoundList {
  readonly heading: string
  readonly base: string
  /** Value of the index. */
  readonly value: string
}

function findList(content: ContentReader, facet: string | null, value: string | null): FoundList | null {
  if (facet === null || value === null)
    return { heading: 'Практики наставничества', base: BASE, value: 'all' }
  const base = `${BASE}${facet}/${value}/`
  if (facet === 'region') {
    const region = content.link(content.findId('region', value))
    return region === null
      ? null
      : { heading: `Практики: ${region.name}`, base, value: `region/${region._id}` }
  }
  const rule = facets[facet]
  const entry = rule === undefined ? undefined : findEntry(rule.table, value)
  if (rule === undefined || entry === undefined) return null
  const found = `${rule.value}/${value}`
  return content.hasSome('practice', found)
    ? { heading: rule.heading(entry.title), base, value: found }
    : null
}

/** Numbers stand on the first page of all practices only: on the others each new practice would change them. */
function listFacets(content: ContentReader, url: string): Facet[] {
  return [
    ...Object.entries(facets).map(([segment, rule]) =>
      viewFacet(content, 'practice', { ...rule, base: `${BASE}${segment}/` }, url, url === BASE),
    ),
    viewRegionFacet(content, url),
  ].filter(({ choices }) => choices.length > 0)
}

/** Regions without numbers: there are too many of them to be counted at each practice. */
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
