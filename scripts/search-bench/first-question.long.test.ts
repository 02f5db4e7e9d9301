import { brotliCompressSync, constants } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { createSearchEngine } from '#site/search/search-engine.ts'
import { createTitleSearch } from '#site/search/titles/search-titles.ts'
import { listTitleFiles } from '#site/search/titles/title-files.ts'
import { listCountryTitles } from './country-titles.ts'

const MOST_BYTES = 300_000
const RESULTS = 20

const files = new Map<string, string>()
let count = 0

beforeAll(() => {
  const titles = listCountryTitles(40_000, 60_000)
  count = titles.length
  for (const [file, content] of listTitleFiles(titles)) files.set(file, JSON.stringify(content))
}, 300_000)

test.each(['наставник', 'молодой учитель', 'урок', 'проект урока', 'первый год', 'школа', 'наставничество'])(
  'the first question «%s» about a country of 60,000 practices and 40,000 schools loads less than 300 kB',
  async (question) => {
    const loaded = new Set<string>()
    const { search } = createTitleSearch({
      count,
      removed: new Set(),
      changed: [],
      load: (file) => {
        const content = files.get(file)
        if (content !== undefined) loaded.add(file)
        return Promise.resolve(content === undefined ? null : JSON.parse(content))
      },
    })
    const engine = createSearchEngine(search, () => Promise.resolve(new Map()))
    const { pages } = await engine.search(question, {}, RESULTS)
    expect(pages.length).toBe(RESULTS)
    const bytes = [...loaded].map((file) => sizeOf(files.get(file) ?? ''))
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
  },
)

function sizeOf(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length
}
