import type { GlossaryTerm, RichText } from '#content/generated/types.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { findTerms, readTerm, type Term } from '../glossary/find-terms.ts'
import { type FileLink, viewFile } from './file-link.ts'
import { type Picture, viewPicture } from './picture.ts'

type TextBlock = Extract<RichText[number], { _type: 'block' }>
type Span = NonNullable<TextBlock['children']>[number]

/** Words that stand for a term of the glossary, with what the term means. */
export type TermMark = {
  readonly _type: 'term'
  readonly _key: string
  readonly id: string
  readonly term: string
  readonly definition: string
}

/** A block of text that may hold terms beside links. */
type TextBlockView = Omit<TextBlock, 'markDefs'> & {
  markDefs: (NonNullable<TextBlock['markDefs']>[number] | TermMark)[]
}

/** Formatted text ready to show: every block carries what its component needs. */
export type RichTextView = readonly (
  | TextBlockView
  | { readonly _type: 'picture'; readonly _key: string; readonly picture: Picture }
  | { readonly _type: 'fileLink'; readonly _key: string; readonly file: FileLink }
)[]

/**
 * Text with Russian typography, pictures and files resolved, unknown blocks left out; the first use of each term of
 * the glossary is marked. Its headings begin at the level `depth`.
 */
export function viewRichText(
  body: RichText | undefined,
  content: ContentReader,
  depth: 2 | 3 = 2,
): RichTextView {
  if (body === undefined) return []
  const terms = content.list('glossaryTerm', 'all').map(readTermOnce)
  const met = new Set<string>()
  return body.flatMap((block): RichTextView => {
    if (block._type === 'block') return [explainTerms(setBlock(block, depth), terms, met)]
    if (block._type === 'image') {
      const picture = viewPicture(block)
      return picture === null ? [] : [{ _type: 'picture', _key: block._key, picture }]
    }
    if (block._type !== 'attachment') return []
    const file = viewFile(block, content)
    return file === null ? [] : [{ _type: 'fileLink', _key: block._key, file }]
  })
}

/** Patterns take long to make, and every page with a text asks for those of all terms. */
const readTerms = new WeakMap<GlossaryTerm, Term>()

function readTermOnce(entry: GlossaryTerm): Term {
  const known = readTerms.get(entry)
  if (known !== undefined) return known
  const { slug, term, definition, synonyms } = entry
  const read = readTerm(slug.current, term, typeset(definition), synonyms ?? [])
  readTerms.set(entry, read)
  return read
}

/** The words of formatted text without the format, for descriptions. */
export function plainText(body: RichText | undefined): string {
  return (body ?? [])
    .flatMap((block) => (block._type === 'block' ? (block.children ?? []).map(({ text }) => text ?? '') : []))
    .join(' ')
}

function setBlock(block: TextBlock, depth: 2 | 3): TextBlock {
  return {
    ...block,
    ...(depth === 3 && block.style === 'h2' && { style: 'h3' }),
    children: (block.children ?? []).map((span) => ({ ...span, text: typeset(span.text ?? '') })),
  }
}

/** Marks terms in paragraphs and lists; headings and words that are links are left as they are. */
function explainTerms(block: TextBlock, terms: readonly Term[], met: Set<string>): TextBlockView {
  const links = block.markDefs ?? []
  const isPlain = (span: Span) => !(span.marks ?? []).some((mark) => links.some(({ _key }) => _key === mark))
  const found: TermMark[] = []
  const explain = (span: Span): Span[] =>
    findTerms(span.text ?? '', terms, met).map(({ text, term }, place) => {
      const own = { ...span, text, _key: `${span._key}-${place}` }
      if (term === null) return own
      const { id, definition } = term
      found.push({ _type: 'term', _key: `term-${id}`, id, term: term.term, definition })
      return { ...own, marks: [...(span.marks ?? []), `term-${id}`] }
    })
  const isHeading = block.style !== undefined && block.style !== 'normal'
  const children = isHeading
    ? block.children
    : block.children?.flatMap((span) => (isPlain(span) ? explain(span) : [span]))
  return { ...block, ...(children !== undefined && { children }), markDefs: [...links, ...found] }
}
