import { expect, test } from 'vitest'
import { samples } from '#content/validation/sample-documents.ts'
import { contentRules } from './content-rules.ts'

const practice = samples.find(({ _type }) => _type === 'practice')

test.each(['chitaem-vmeste', '2024-2025', 'Chitaem_1', 'a'.repeat(200)])('%s is an address', (current) => {
  expect(
    contentRules.problemsOf({ ...practice, _id: 'p', _type: 'practice', slug: { _type: 'slug', current } }),
  ).toEqual([])
})

test.each([
  '../../evil',
  'a/b',
  '.git',
  'index.html',
  'a b',
  'а%2F',
  '%',
  'a?b',
  'a#b',
  'a;b',
  'a\\b',
  'a\0',
  'a'.repeat(201),
])('a document with the address %j is not published, and nothing else waits for it', (current) => {
  const problems = contentRules.problemsOf({
    ...practice,
    _id: 'p',
    _type: 'practice',
    slug: { _type: 'slug', current },
  })
  expect(problems).toEqual([expect.stringContaining('slug: Адрес записан не так')])
})
