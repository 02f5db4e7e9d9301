import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const PARAGRAPHS = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'table',
])
const SKIPPED = new Set(['script', 'style', 'template', 'noscript'])
const MAX_DEPTH = 200

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** Words of an element: paragraphs on lines of their own, list items with the marks a reader sees. */
export function cellText(element: Element): string {
  const pieces: string[] = []
  walk(element, pieces, 0)
  return pieces
    .join('')
    .replaceAll(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function walk(element: Element, pieces: string[], depth: number): void {
  if (depth > MAX_DEPTH) return
  let item = 0
  for (const node of element.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value.replaceAll(/\s+/g, ' '))
    if (!isElement(node) || SKIPPED.has(node.tagName)) continue
    if (node.tagName === 'br') {
      pieces.push('\n')
      continue
    }
    const block = PARAGRAPHS.has(node.tagName)
    if (block) pieces.push('\n')
    if (node.tagName === 'li') {
      item += 1
      pieces.push(element.tagName === 'ol' ? `${item}) ` : '• ')
    }
    walk(node, pieces, depth + 1)
    if (block) pieces.push('\n')
  }
}
