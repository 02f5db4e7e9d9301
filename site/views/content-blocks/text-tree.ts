import {
  buildMarksTree,
  isPortableTextToolkitList,
  isPortableTextToolkitSpan,
  isPortableTextToolkitTextNode,
  nestLists,
} from '@portabletext/toolkit'
import type { FileLink } from './file-link.ts'
import type { Picture } from './picture.ts'
import type { RichTextView } from './rich-text.ts'

/** A formatted text as elements that hold each other: words, or what stands around more of them. */
export type TextNode =
  | string
  | { readonly tag: TextTag; readonly children: readonly TextNode[] }
  | { readonly tag: 'br' }
  | { readonly tag: 'a'; readonly href: string; readonly children: readonly TextNode[] }
  | { readonly tag: 'term'; readonly term: ShownTerm; readonly children: readonly TextNode[] }
  | { readonly tag: 'picture'; readonly picture: Picture }
  | { readonly tag: 'file'; readonly file: FileLink }

export type TextTag = 'p' | 'h2' | 'h3' | 'blockquote' | 'ul' | 'ol' | 'li' | 'strong' | 'em' | 'plain'

/** A term of the glossary and what it means. */
export interface ShownTerm {
  readonly id: string
  readonly term: string
  readonly definition: string
}

/** Blocks as elements: items in their lists, marks around the words that share them. */
export function buildTextTree(blocks: RichTextView): TextNode[] {
  return nestLists([...blocks], 'html').map((node): TextNode => {
    if (isPortableTextToolkitList(node)) return showList(node)
    if ('picture' in node) return { tag: 'picture', picture: node.picture }
    if ('file' in node) return { tag: 'file', file: node.file }
    return showBlock({ ...node, children: node.children ?? [] })
  })
}

type Block = Parameters<typeof buildMarksTree>[0]
type Inline = ReturnType<typeof buildMarksTree>[number]
type List = Extract<ReturnType<typeof nestLists>[number], { mode: string }>

function showList({ listItem, children }: List): TextNode {
  const items = children.map((item): TextNode => {
    if (isPortableTextToolkitList(item)) return showList(item)
    const isPlain = item.style === undefined || item.style === 'normal'
    return { tag: 'li', children: isPlain ? buildMarksTree(item).map(showInline) : [showBlock(item)] }
  })
  return { tag: listItem === 'number' ? 'ol' : 'ul', children: items }
}

function showBlock(block: Block): TextNode {
  return { tag: tagOfStyle(block.style), children: buildMarksTree(block).map(showInline) }
}

function showInline(node: Inline): TextNode {
  if (isPortableTextToolkitTextNode(node)) return node.text === '\n' ? { tag: 'br' } : node.text
  if (isPortableTextToolkitList(node)) return showList(node)
  if (!isPortableTextToolkitSpan(node)) return ''
  const { markType, markDef } = node
  const children = node.children.map(showInline)
  if (markType === 'strong' || markType === 'em') return { tag: markType, children }
  if (markType === 'link') return { tag: 'a', href: textOf(markDef?.['href']), children }
  if (markType !== 'term') return { tag: 'plain', children }
  const term = {
    id: textOf(markDef?.['id']),
    term: textOf(markDef?.['term']),
    definition: textOf(markDef?.['definition']),
  }
  return { tag: 'term', term, children }
}

function tagOfStyle(style: string | undefined): 'h2' | 'h3' | 'blockquote' | 'p' {
  return style === 'h2' || style === 'h3' || style === 'blockquote' ? style : 'p'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
