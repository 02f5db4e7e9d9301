import { expect, test } from 'vitest'
import { bindTemplateWords } from './bind-template-words.ts'

test.each([
  ['text of an element', '<h2>О чём это в карте</h2>', '<h2>О_чём это_в_карте</h2>'],
  ['text beside an expression', '<p>{count} из {all} в срок</p>', '<p>{count} из_{all} в_срок</p>'],
  ['code', "{more > 0 && 'и в том'}<p>и в том</p>", "{more > 0 && 'и в том'}<p>и_в_том</p>"],
  ['an attribute', '<a title="и в том">и в том</a>', '<a title="и в том">и_в_том</a>'],
  [
    'what is before and after the markup',
    '---\n// а в нём\n---\n<b>а в нём</b>\n<style>/* а в нём */</style>',
    '---\n// а в нём\n---\n<b>а_в_нём</b>\n<style>/* а в нём */</style>',
  ],
])('%s is bound only where readers see it', (_, source, expected) => {
  expect(bindTemplateWords(source).replaceAll('\u00A0', '_')).toBe(expected)
})
