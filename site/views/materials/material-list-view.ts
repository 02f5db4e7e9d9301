import { formatCount } from '#content/text/plurals.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findEntry, findTitle, type VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
import type { MaterialCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
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
    type: findTitle(MATERIAL_TYPES, card.type),
    summary: typeset(shorten(card.summary, 160)),
    outdated: judgeFreshness(card, content) !== null,
  }
}

/** The list at this path below `/materialy/`; null when there is no such list. */
export function viewMaterialList(content: ContentReader, path: string | undefined): MaterialListView | null {
  const asked = readListPath(path)
  const found = asked === null ? null : findList(content, asked.facet, asked.value)
  const page = asked === null || found === null ? null : pageOf(found.cards, asked.number, found.url)
  if (asked === null || found === null || page === null) return null
  const suffix = asked.number === 1 ? '' : `, страница ${asked.number}`
  return {
    page: {
      title: `${found.heading}${suffix}`,
      description: `${found.heading}: памятки, анкеты, шаблоны приказов и программ, готовые к работе.`,
      path: asked.number === 1 ? found.url : `${found.url}stranica/${asked.number}/`,
      crumbs: found.url === BASE ? [] : [{ title: 'Материалы', url: BASE }],
      updated: null,
    },
    heading: found.heading,
    intro:
      page.total === 0
        ? 'Материалов пока нет'
        : formatCount(page.total, ['материал', 'материала', 'материалов']),
    list: { ...page, entries: page.entries.map((card) => viewMaterialEntry(card, content)) },
    facets: Object.entries(facets)
      .map(([segment, rule]) =>
        viewFacet(content, 'material', { ...rule, base: `${BASE}${segment}/` }, found.url),
      )
      .filter(({ choices }) => choices.length > 0),
  }
}

function findList(content: ContentReader, facet: string | null, value: string | null) {
  if (facet === null || value === null) {
    return { heading: 'Материалы', url: BASE, cards: content.list('material', 'all') }
  }
  const rule = facets[facet]
  const entry = rule === undefined ? undefined : findEntry(rule.table, value)
  if (rule === undefined || entry === undefined) return null
  const cards = content.list('material', `${rule.value}/${value}`)
  return cards.length === 0
    ? null
    : { heading: `Материалы: ${entry.title}`, url: `${BASE}${facet}/${value}/`, cards }
}
