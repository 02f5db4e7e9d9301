import type { ContentReader } from '../content/content-reader.ts'
import { typeset } from '../typography/typeset.ts'
import type { Link } from './page-meta.ts'

/** A link to the page that shows a document; null when it is not published or has no page. */
export function linkTo(id: string | null | undefined, content: ContentReader): Link | null {
  const link = content.link(id)
  const url = content.addressOf(id)
  return link === null || url === null ? null : { title: typeset(link.name), url }
}
