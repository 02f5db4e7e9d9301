import { expect, test } from 'vitest'
import { countExactly, unite } from './load-pagefind.ts'

const hit = (id: string, url: string) => ({
  id,
  score: 1,
  data: () => Promise.resolve({ url, excerpt: '', meta: {} }),
})

const urlsOf = async (results: readonly ReturnType<typeof hit>[], removed: string[]) => {
  const { results: united } = unite({ results }, new Set(removed))
  return Promise.all(united.map(async (one) => (await one.data()).url))
}

test.each([
  ['a page of the base', [hit('1', '/.base/a/')], [], ['/a/']],
  ['a page of a delta', [hit('1', '/a/')], ['/a/'], ['/a/']],
  ['a page that was withdrawn keeps its mark', [hit('1', '/.base/a/')], ['/a/'], ['/.base/a/']],
  ['the same page in both', [hit('1', '/.base/a/'), hit('1', '/a/')], ['/a/'], ['/a/']],
  ['a changed page in both', [hit('1', '/.base/a/'), hit('2', '/a/')], ['/a/'], ['/.base/a/', '/a/']],
])('%s', async (_, results, removed, urls) => {
  expect(await urlsOf(results, removed)).toEqual(urls)
})

const filedPage = (id: string, url: string, form: string) => ({
  id,
  score: 1,
  data: () => Promise.resolve({ url, excerpt: '', meta: {}, filters: { form: [form] } }),
})

test('pages are counted once, withdrawn ones not at all', async () => {
  const answer = {
    results: [filedPage('1', '/a/', 'x'), filedPage('2', '/.base/b/', 'x'), filedPage('3', '/.base/c/', 'y')],
    filters: { form: { x: 3, y: 1, z: 0 } },
  }
  const { results, filters } = await countExactly(answer, new Set(['/b/']))
  expect(filters).toEqual({ form: { x: 1, y: 1, z: 0 } })
  expect(results.map(({ id }) => id)).toEqual(['1', '3'])
})
