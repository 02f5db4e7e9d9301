import { extractWithPath } from '@sanity/mutator'
import { expect, test } from 'vitest'
import { isPatchPath, spellPath } from './patch-path.ts'

const accepted = [
  'title',
  'slug.current',
  'list[0]',
  'list[-1]',
  'list[1:3]',
  'list[:2]',
  'list[2:]',
  'list[0,2,4]',
  'list[*]',
  'list[ * ].text',
  'list[_key=="a"]',
  'list[_key == "a b\\"c"].text',
  'list[_key=="a"].children[_key=="b"].text',
  'list[n > 5]',
  'list[done==true]',
  'list[title?]',
  'tags[@=="x"]',
  'a.b[c.d=="x"].e',
  '..title',
  'list..text',
  "['odd name'].x",
  "list['odd name']",
  '_empty_action_guard_pseudo_field_',
]

test.each(accepted)('%s is a path, to the library too', (path) => {
  expect(isPatchPath(path)).toBe(true)
  expect(() => extractWithPath(spellPath(path), {})).not.toThrow()
})

test.each([
  '',
  ' ',
  'a b',
  'a.',
  '.a',
  'a..',
  'a[',
  'a]',
  'a[]',
  'a[0',
  'a[0]]',
  'a[_key=="x]',
  'a[_key==x]',
  'a[_key=]',
  'a-b',
  'название',
  'a[:]',
  'a.*',
  'a[**]',
  '$',
  '@',
  '__proto__.x',
  'a.__proto__',
  "['__proto__']",
  `a${'.b'.repeat(600)}`,
])('%j is no path', (path) => {
  expect(isPatchPath(path)).toBe(false)
})

test('a long path of any kind is judged at once', () => {
  const started = performance.now()
  for (const piece of ['a.', "['a']", '[0]', '[a=="b"]', '[[', '..', '[a,', "'"])
    isPatchPath(piece.repeat(300))
  expect(performance.now() - started).toBeLessThan(5_000)
})
