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

/** Text with Russian typography, pictures and files resolved, unknown blocks left out. */
export function viewRichText(body: RichText | undefined, content: ContentReader): RichTextView {
  return (body ?? []).flatMap((block): RichTextView => {
    if (block._type === 'block') return [setBlock(block)]
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

function setBlock(block: TextBlock): TextBlock {
  return {
    ...block,
    children: (block.children ?? []).map((span) => ({ ...span, text: typeset(span.text ?? '') })),
  }
}
