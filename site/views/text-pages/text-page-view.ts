import { builtInPages } from '../../content/built-in-pages.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { plainText, type RichTextView, viewRichText } from '../content-blocks/rich-text.ts'
import type { PageMeta } from '../page-meta.ts'
import { shorten } from '../shorten.ts'
import { builtInTexts, type TextPart } from './built-in-texts.ts'

/** A page of plain text: formatted by an editor, or the site's own words. */
export interface TextPageView {
  readonly page: PageMeta
  readonly title: string
  readonly body: RichTextView
  /** The site's own words; [] when an editor wrote the page. */
  readonly parts: readonly TextPart[]
}

/** The page at `/<slug>/`; null when neither an editor nor the site has words for it. */
export function viewTextPage(content: ContentReader, slug: string): TextPageView | null {
  const path = `/${slug}/`
  const written = content.find('page', slug)
  if (written !== null) {
    return {
      page: {
        title: typeset(written.title),
        description: shorten(plainText(written.body), 200) || written.title,
        path,
        crumbs: [],
        updated: written._updatedAt.slice(0, 10),
        search: { kind: 'page' },
      },
      title: typeset(written.title),
      body: viewRichText(written.body, content),
      parts: [],
    }
  }
  const builtIn = builtInPages.find((page) => page === path)
  if (builtIn === undefined) return null
  const { title, description, parts } = builtInTexts[builtIn]
  return {
    page: { title, description, path, crumbs: [], updated: null, search: { kind: 'page' } },
    title,
    body: [],
    parts: parts.map(setPart),
  }
}

function setPart(part: TextPart): TextPart {
  if (typeof part === 'string') return typeset(part)
  return 'heading' in part ? { heading: typeset(part.heading) } : { items: part.items.map(typeset) }
}
