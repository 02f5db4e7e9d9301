import { formatCount } from '#content/text/plurals.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import type { ContentReader } from '../content/content-reader.ts'
import { setTitle } from '../typography/set-title.ts'
import { typeset } from '../typography/typeset.ts'
import { coverOf } from './cover-picture/find-cover.ts'
import type { Link, PageMeta } from './page-meta.ts'
import { shorten } from './shorten.ts'

/** The page of one collection. */
export interface CollectionView {
  readonly page: PageMeta
  readonly title: string
  readonly summary: string
  readonly items: readonly CollectionEntry[]
}

/** A practice or material of a collection, with the editor's reason. */
export interface CollectionEntry extends Link {
  readonly kind: string
  readonly about: string
  readonly reason: string
}

/** A collection as an entry of the list of collections. */
export interface CollectionListEntry extends Link {
  readonly summary: string
  readonly size: string
}

/** All collections by title. */
export function listCollections(content: ContentReader): CollectionListEntry[] {
  return content.list('collection', 'all').map(({ title, url, summary, size }) => ({
    title: typeset(title),
    url,
    summary: typeset(shorten(summary, 180)),
    size: formatCount(size, ['запись', 'записи', 'записей']),
  }))
}

/** The page of a collection; null when there is none at this address. Items that are not published are left out. */
export function viewCollection(content: ContentReader, slug: string): CollectionView | null {
  const collection = content.find('collection', slug)
  if (collection === null) return null
  return {
    page: {
      title: typeset(collection.title),
      description: collection.summary ?? `Сборник: ${collection.title}`,
      path: `/sborniki/${slug}/`,
      picture: coverOf(`/sborniki/${slug}/`),
      crumbs: [{ title: 'Сборники', url: '/sborniki/' }],
      updated: collection._updatedAt.slice(0, 10),
      structured: { '@type': 'Collection', name: collection.title },
      search: { kind: 'collection' },
    },
    title: typeset(collection.title),
    summary: typeset(collection.summary ?? ''),
    items: collection.items.flatMap(({ item, reason }) => viewItem(item?._ref, reason ?? '', content) ?? []),
  }
}

function viewItem(id: string | undefined, reason: string, content: ContentReader): CollectionEntry | null {
  const url = content.addressOf(id)
  const practice = content.get('practice', id)
  if (practice !== null && url !== null) {
    return {
      title: typeset(practice.title),
      url,
      kind: `практика, ${setTitle(FORMS, practice.form)}`,
      about: typeset(shorten(practice.problem ?? '', 160)),
      reason: typeset(reason),
    }
  }
  const material = content.get('material', id)
  if (material === null || url === null) return null
  return {
    title: typeset(material.title),
    url,
    kind: setTitle(MATERIAL_TYPES, material.type),
    about: typeset(shorten(material.summary ?? '', 160)),
    reason: typeset(reason),
  }
}
