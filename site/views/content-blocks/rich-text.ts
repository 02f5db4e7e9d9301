import type { RichText } from '#content/generated/types.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { type FileLink, viewFile } from './file-link.ts'
import { type Picture, viewPicture } from './picture.ts'

type TextBlock = Extract<RichText[number], { _type: 'block' }>

/** Formatted text ready to show: every block carries what its component needs. */
export type RichTextView = readonly (
  | TextBlock
  | { readonly _type: 'picture'; readonly _key: string; readonly picture: Picture }
  | { readonly _type: 'fileLink'; readonly _key: string; readonly file: FileLink }
)[]

/**
 * Text with Russian typography, pictures and files resolved, unknown blocks left out. Its headings begin at the
 * level `depth`.
 */
export function viewRichText(
  body: RichText | undefined,
  content: ContentReader,
  depth: 2 | 3 = 2,
): RichTextView {
  return (body ?? []).flatMap((block): RichTextView => {
    if (block._type === 'block') return [setBlock(block, depth)]
    if (block._type === 'image') {
      const picture = viewPicture(block)
      return picture === null ? [] : [{ _type: 'picture', _key: block._key, picture }]
    }
    if (block._type !== 'attachment') return []
    const file = viewFile(block, content)
    return file === null ? [] : [{ _type: 'fileLink', _key: block._key, file }]
  })
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
