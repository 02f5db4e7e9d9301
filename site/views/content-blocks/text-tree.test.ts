import { expect, test } from 'vitest'
import type { RichTextView } from './rich-text.ts'
import { buildTextTree, type TextNode } from './text-tree.ts'

type BlockView = Extract<RichTextView[number], { _type: 'block' }>

function block(text: string, rest: Partial<BlockView> = {}): BlockView {
  return {
    _type: 'block',
    _key: text,
    markDefs: [],
    children: [{ _type: 'span', _key: 's', text, marks: [] }],
    ...rest,
  }
}

test.each<[string, RichTextView, string]>([
  ['paragraphs and headings', [block('а'), block('б', { style: 'h3' })], '<p>а</p><h3>б</h3>'],
  ['a line break', [block('а\nб')], '<p>а<br>б</p>'],
  [
    'lists by their kind and level',
    [
      block('а', { listItem: 'bullet' }),
      block('б', { listItem: 'bullet', level: 2 }),
      block('в', { listItem: 'number' }),
    ],
    '<ul><li>а<ul><li>б</li></ul></li></ul><ol><li>в</li></ol>',
  ],
  [
    'a quotation in a list',
    [block('а', { listItem: 'number', style: 'blockquote' })],
    '<ol><li><blockquote>а</blockquote></li></ol>',
  ],
  [
    'a mark around all the words that share it, and one that nobody knows',
    [
      block('', {
        markDefs: [{ _type: 'link', _key: 'l', href: '/a' }],
        children: [
          { _type: 'span', _key: '1', text: 'а', marks: ['em', 'l'] },
          { _type: 'span', _key: '2', text: 'б', marks: ['l', 'unknown'] },
        ],
      }),
    ],
    '<p><a href="/a"><em>а</em>б</a></p>',
  ],
])('%s', (_, blocks, html) => {
  expect(buildTextTree(blocks).map(write).join('')).toBe(html)
})

function write(node: TextNode): string {
  if (typeof node === 'string') return node
  if (!('children' in node)) return `<${node.tag}>`
  const inside = node.children.map(write).join('')
  if (node.tag === 'plain') return inside
  return `<${node.tag}${node.tag === 'a' ? ` href="${node.href}"` : ''}>${inside}</${node.tag}>`
}
