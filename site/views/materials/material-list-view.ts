import { formatCount } from '#content/text/plurals.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findEntry, type VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
import type { MaterialCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import { type Facet, viewFacet } from '../facets.ts'
import { type ListPage, pageOf, readListPath } from '../paged-list.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { shorten } from '../shorten.ts'
import { judgeFreshness } from './material-freshness.ts'

/** A material as an entry of a list. */
export interface MaterialEntry extends Link {
  readonly type: string
  readonly summary: string
  readonly outdated: boolean
}

/** A list of materials: all of them, or those of one type or stage. */
export interface MaterialListView {
  readonly page: PageMeta
  readonly heading: string
  readonly intro: string
  readonly list: ListPage<MaterialEntry>
  readonly facets: readonly Facet[]
}

const BASE = '/materialy/'

const facets: Readonly<Record<string, { name: string; value: string; table: readonly VocabularyEntry[] }>> = {
  vid: { name: 'По виду', value: 'type', table: MATERIAL_TYPES },
  etap: { name: 'По этапу', value: 'stage', table: STAGES },
}

/** A material as an entry of a list. */
export function viewMaterialEntry(card: MaterialCard, content: ContentReader): MaterialEntry {
  return {
    title: typeset(card.title),
    url: card.url,
    type: setTitle(MATERIAL_TYPES, card.type),
    summary: typeset(shorten(card.summary, 160)),
    outdated: judgeFreshness(card, content) !== null,
  }
}

/** The list at this path below `/materialy/`; null when there is no such list. */
export function viewMaterialList(content: ContentReader, path: string | undefined): MaterialListView | null {
  const asked = readListPath(path)
  const found = asked === null ? null : findList(content, asked.facet, asked.value)
  const page =
    asked === null || found === null ? null : pageOf(content, { index: 'material', ...found }, asked)
  if (found === null || page === null) return null
  const title = [found.heading, page.part].filter(Boolean).join(', ')
  const top = found.base === BASE && page.path === BASE ? [] : [{ title: 'Материалы', url: BASE }]
  const list =
    page.path === found.base || found.base === BASE ? [] : [{ title: found.heading, url: found.base }]
  return {
    page: {
      title,
      description: `${title}: памятки, анкеты, шаблоны приказов и программ, готовые к работе.`,
      path: page.path,
      crumbs: [...top, ...list, ...page.crumbs],
      updated: null,
    },
    heading: page.part === '' ? found.heading : `${found.heading}: ${page.part}`,
    intro: page.total === null ? '' : formatTotal(page.total),
    list: { ...page, entries: page.entries.map((card) => viewMaterialEntry(card, content)) },
    facets: page.path === found.base ? listFacets(content, found.base) : [],
  }
}

function findList(content: ContentReader, facet: string | null, value: string | null) {
  if (facet === null || value === null) return { heading: 'Материалы', base: BASE, value: 'all' }
  const rule = facets[facet]
  const entry = rule === undefined ? undefined : findEntry(rule.table, value)
  if (rule === undefined || entry === undefined) return null
  const found = `${rule.value}/${value}`
  return content.hasSome('material', found)
    ? { heading: `Материалы: ${entry.title}`, base: `${BASE}${facet}/${value}/`, value: found }
    : null
}

/** Numbers stand on the first page of all materials only: on the others each new material would change them. */
function listFacets(content: ContentReader, url: string): Facet[] {
  return Object.entries(facets)
    .map(([segment, rule]) =>
      viewFacet(content, 'material', { ...rule, base: `${BASE}${segment}/` }, url, url === BASE),
    )
    .filter(({ choices }) => choices.length > 0)
}

function formatTotal(total: number): string {
  return total === 0 ? 'Материалов пока нет' : formatCount(total, ['материал', 'материала', 'материалов'])
}
