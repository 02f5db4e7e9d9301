import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { viewFrame } from '../site-frame.ts'
import type { Cover } from './draw-cover.ts'

/** Words of the site's own picture. */
export function viewSiteCover(content: ContentReader): Cover {
  const { title, tagline } = viewFrame(content)
  return { title: typeset(tagline), about: 'Что обещано, сделано и показано', site: title }
}

/** Words of the picture of a page; null when there is no such page. */
export function viewCover(content: ContentReader, type: 'region' | 'collection', slug: string): Cover | null {
  const document = content.link(content.findId(type, slug))
  if (document === null) return null
  const site = viewFrame(content).title
  return { title: typeset(document.name), about: describe(content, type, document._id), site }
}

/** What changes rarely: the picture is drawn again whenever its words change. */
function describe(content: ContentReader, type: 'region' | 'collection', id: string): string {
  if (type === 'region') return 'Наставничество в\u00A0регионе: кто что обещал, сделал и показал'
  const size = content.get('collection', id)?.items.length ?? 0
  return `Сборник: ${formatCount(size, ['запись', 'записи', 'записей'])}`
}
