import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
type ChildNode = DefaultTreeAdapterTypes.ChildNode

/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p div li h1 h2 h3 h4 h5 h6 tr ul ol dl dt dd blockquote pre table caption section article header footer main hr'.split(
    ' ',
  ),
)
/** Elements without words for a reader; `del` are words that were struck from the document. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'script style template noscript head title xml del svg math object iframe select button textarea'.split(
    ' ',
  ),
)
const MAX_DEPTH = 200
/** A mark whose item has no words yet: the paragraph that follows goes on its line. */
const LIST_MARK = /^(?:• |\d+\) )$/

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** Whether an element is not shown: hidden by its style, or a footnote's mark of Word. */
export function isHidden(element: Element): boolean {
  const style = element.attrs.find((attribute) => attribute.name === 'style')?.value ?? ''
  return (
    /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|mso-footnote-id|mso-element\s*:\s*(?:footnote|comment)/i.test(
      style,
    ) || element.attrs.some((attribute) => attribute.name === 'hidden')
  )
}

/** Words of nodes: paragraphs on lines of their own, list items with the marks a reader sees. */
export function cellText(nodes: readonly ChildNode[]): string {
  const pieces: string[] = []
  for (const node of nodes) takeNode(node, pieces, null, 0)
  return pieces
    .join('')
    .replaceAll(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** The list that items are being read of. */
interface OpenList {
  ordered: boolean
  next: number
}

function takeNode(node: ChildNode, pieces: string[], list: OpenList | null, depth: number): void {
  if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value.replaceAll(/\s+/g, ' '))
  if (!isElement(node) || depth > MAX_DEPTH || SKIPPED.has(node.tagName) || isHidden(node)) return
  if (node.tagName === 'br') {
    pieces.push('\n')
    return
  }
  const block = BLOCKS.has(node.tagName)
  if (block && !LIST_MARK.test(pieces.at(-1) ?? '')) pieces.push('\n')
  if (node.tagName === 'li') pieces.push(markOf(node, list))
  const inner = node.tagName === 'ol' || node.tagName === 'ul' ? openList(node) : list
  for (const child of node.childNodes) takeNode(child, pieces, inner, depth + 1)
  if (node.tagName === 'td' || node.tagName === 'th') pieces.push(' ')
  if (block) pieces.push('\n')
}

function openList(element: Element): OpenList {
  const start = Number(element.attrs.find((attribute) => attribute.name === 'start')?.value ?? '1')
  return { ordered: element.tagName === 'ol', next: Number.isInteger(start) ? start : 1 }
}

function markOf(item: Element, list: OpenList | null): string {
  if (!list?.ordered) return '• '
  const own = Number(item.attrs.find((attribute) => attribute.name === 'value')?.value)
  const number = Number.isInteger(own) && own > 0 ? own : list.next
  list.next = number + 1
  return `${number}) `
}
