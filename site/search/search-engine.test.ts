import { expect, test } from 'vitest'
import { createSearchEngine, type Hit, type Pagefind } from './search-engine.ts'

const index: Record<string, readonly string[]> = {
  '/praktiki/a/': ['наставник', 'урок'],
  '/praktiki/b/': ['наставничество'],
  '/materialy/c/': ['анкета'],
}

const pagefind: Pagefind = {
  search(term) {
    const results = Object.entries(index)
      .filter(([, words]) => term === null || term.split(' ').every((word) => words.includes(word)))
      .map(([url]): Hit => ({
        id: url,
        score: 1,
        data: () => Promise.resolve({ url, excerpt: '', meta: {} }),
      }))
    return Promise.resolve({ results, filters: {} })
  },
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
  const answer = await createSearchEngine(pagefind, new Set(), words).search(asked, {}, 10)
  expect(answer.pages.map(({ url }) => url)).toEqual(urls)
  expect(answer.total).toBe(urls.length)
  expect(answer.answered).toBe(answered)
})

test('a withdrawn page is neither shown nor counted, and the next one takes its place', async () => {
  const engine = createSearchEngine(pagefind, new Set(['/praktiki/a/']), words)
  const answer = await engine.search('наставник', {}, 1)
  expect(answer.pages.map(({ url }) => url)).toEqual(['/praktiki/b/'])
  expect(answer.total).toBe(1)
})
