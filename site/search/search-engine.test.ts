import { expect, test } from 'vitest'
import { createSearchEngine, type Hit, type TextSearch } from './search-engine.ts'

const index: Record<string, readonly string[]> = {
  '/praktiki/a/': ['наставник', 'урок'],
  '/praktiki/b/': ['наставничество'],
  '/materialy/c/': ['анкета'],
}

const texts: TextSearch = {
  search(term) {
    const hits = Object.entries(index)
      .filter(([, words]) => term === null || term.split(' ').every((word) => words.includes(word)))
      .map(([url]): Hit => ({
        id: url,
        score: 1,
        data: () => Promise.resolve({ url, excerpt: '', meta: {} }),
      }))
    return Promise.resolve(hits)
  },
  count: (ids) => Promise.resolve({ form: { all: ids.length } }),
}

const words = () =>
  Promise.resolve(
    new Map([
      ['наставник', 1],
      ['анкета', 1],
    ]),
  )

test.each([
  { given: 'a word', asked: 'анкета', urls: ['/materialy/c/'], answered: null },
  {
    given: 'a word with relatives',
    asked: 'наставник',
    urls: ['/praktiki/a/', '/praktiki/b/'],
    answered: null,
  },
  { given: 'a wrong layout', asked: 'fyrtnf', urls: ['/materialy/c/'], answered: 'анкета' },
  { given: 'a misspelling', asked: 'анкеат', urls: ['/materialy/c/'], answered: 'анкета' },
  { given: 'nothing known', asked: 'синхрофазотрон', urls: [], answered: null },
  { given: 'no words', asked: '', urls: Object.keys(index), answered: null },
])('$given: $asked', async ({ asked, urls, answered }) => {
  const answer = await createSearchEngine(texts, words).search(asked, {}, 10)
  expect(answer.pages.map(({ url }) => url)).toEqual(urls)
  expect(answer.total).toBe(urls.length)
  expect(answer.filters).toEqual({ form: { all: urls.length } })
  expect(answer.answered).toBe(answered)
})

function marked(id: string, excerpt: string): Hit {
  return { id, score: 1, data: () => Promise.resolve({ url: id, excerpt, meta: {} }) }
}

test('a page without the words is neither shown nor counted, and the next one takes its place', async () => {
  const hits = [marked('/a/', 'о <mark>на</mark>'), marked('/b/', '<mark>наставники</mark>')]
  const engine = createSearchEngine({ ...texts, search: () => Promise.resolve(hits) }, words)
  const answer = await engine.search('наставник', {}, 1)
  expect(answer.pages.map(({ url }) => url)).toEqual(['/b/'])
  expect([answer.total, answer.filters]).toEqual([1, { form: { all: 1 } }])
})
