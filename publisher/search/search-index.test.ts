import * as fc from 'fast-check'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { chooseScope, loadChangedTitles, readIndexes } from '#site/search/search-scope.ts'
import { createTitleSearch } from '#site/search/titles/search-titles.ts'
import { readFoundPages } from '../test-doubles/release-contents.ts'
import { searchHashOf } from './search-hash.ts'
import { openSearchIndex } from './search-index.ts'

const REGIONS = ['', 'kurgan', 'moskva', 'perm', 'tomsk', 'omsk']

interface Page {
  number: number
  region: string
  word: string
}

const page = fc.record({
  number: fc.nat({ max: 30 }),
  region: fc.constantFrom(...REGIONS),
  word: fc.constantFrom('урок', 'пара', 'клуб'),
})
const states = fc.array(
  fc.record({
    pages: fc.uniqueArray(page, { selector: ({ number }) => number, minLength: 8, maxLength: 25 }),
    rebuild: fc.boolean(),
    reopen: fc.boolean(),
  }),
  { minLength: 2, maxLength: 4 },
)

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

test('law: after any changes, of texts and of titles, the search holds exactly the current pages', async () => {
  await fc.assert(
    fc.asyncProperty(states, async (steps) => {
      const release = await makeRelease()
      let index = await openIndex(release)
      for (const { pages, rebuild, reopen } of steps) {
        if (reopen) index = await openIndex(release)
        const found = await writePages(release.publicDir, pages)
        if (rebuild) await index.rebuildBase(found)
        await index.refresh(found)
        const paths = [...found.keys()].toSorted()
        expect([...(await readFoundPages(release.publicDir)).keys()]).toEqual(paths)
        await expectTitles(release.publicDir, pages)
        await expectRegions(release.publicDir, pages)
      }
    }),
    { numRuns: 3 },
  )
}, 120_000)

test('an index that was replaced and is wanted again stays', async () => {
  const release = await makeRelease()
  const again = ['урок', 'пара', 'урок'].map((word) =>
    Array.from({ length: 9 }, (_, number) => ({
      number,
      region: 'perm',
      word: number === 8 ? word : 'клуб',
    })),
  )
  for (const pages of again) {
    const index = await openIndex(release)
    const found = await writePages(release.publicDir, pages)
    await index.rebuildBase(found)
    await index.refresh(found)
    expect((await readFoundPages(release.publicDir)).size).toBe(9)
  }
})

test('a site that fits one index is not divided', async () => {
  const release = await makeRelease()
  const index = await openSearchIndex(release.publicDir, release.stateDir, { interrupted: false })
  const pages = REGIONS.map((region, number) => ({ number, region, word: 'урок' }))
  const found = await writePages(release.publicDir, pages)
  await index.rebuildBase(found)
  await index.refresh(found)
  const entry = await readEntry(release.publicDir)
  expect([entry.bases.length, entry.titles, entry.regions]).toEqual([1, null, {}])
})

/** The search by titles finds each page once, by its words and in its region. */
async function expectTitles(publicDir: string, pages: readonly Page[]): Promise<void> {
  const indexes = await readEntry(publicDir)
  if (indexes.titles === null) return
  const { path, count, removed } = indexes.titles
  const search = createTitleSearch({
    count,
    removed: new Set(removed),
    changed: await loadChangedTitles(indexes, (address) => readJson(publicDir, address)),
    load: (file) => readJson(publicDir, path + file),
  })
  await search.loadFilters(['region'])
  const results = await search.search.search('пары', { filters: {} })
  const filters = await search.search.count(results.map(({ id }) => id))
  const expected = pages.filter(({ word }) => word === 'пара')
  const found = await Promise.all(results.map((hit) => hit.data()))
  expect(found.map(({ url }) => url).toSorted()).toEqual(expected.map(addressOf).toSorted())
  expect(filters['region']?.['perm'] ?? 0).toBe(expected.filter(({ region }) => region === 'perm').length)
}

/** Indexes of a region, with what changed since, hold every page of the region. */
async function expectRegions(publicDir: string, pages: readonly Page[]): Promise<void> {
  const indexes = await readEntry(publicDir)
  const scope = chooseScope(indexes, { region: ['perm'] })
  const bases = 'bases' in scope ? scope.bases : []
  const titles = [...bases, ...indexes.deltas].map((path) => readJson(publicDir, `${path}titles.json`))
  const loaded = JSON.stringify(await Promise.all(titles))
  const missing = pages.filter((one) => one.region === 'perm' && !loaded.includes(`"${addressOf(one)}"`))
  expect(missing).toEqual([])
}

async function makeRelease(): Promise<{ publicDir: string; stateDir: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kopilka-search-'))
  folders.push(folder)
  const release = { publicDir: join(folder, 'public'), stateDir: join(folder, 'state') }
  await mkdir(join(release.publicDir, 'search'), { recursive: true })
  await mkdir(release.stateDir)
  return release
}

function openIndex({ publicDir, stateDir }: { publicDir: string; stateDir: string }) {
  return openSearchIndex(publicDir, stateDir, {
    interrupted: false,
    sizes: { pagesOfIndex: 4, smallestDelta: 3 },
  })
}

async function writePages(publicDir: string, pages: readonly Page[]): Promise<Map<string, string>> {
  const written = new Map<string, string>()
  for (const one of pages) {
    const bytes = Buffer.from(htmlOf(one))
    const file = join(publicDir, addressOf(one), 'index.html')
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
    written.set(addressOf(one), searchHashOf(bytes))
  }
  return written
}

function htmlOf({ number, region, word }: Page): string {
  const filter = `<span hidden data-value="${region}" data-pagefind-filter="region[data-value]"></span>`
  return `<html lang="ru"><body><main data-pagefind-body><h1>${word} ${number}</h1>${region === '' ? '' : filter}<p>Текст ${word}</p></main></body></html>`
}

function addressOf({ number }: Page): string {
  return `/p${number}/`
}

async function readEntry(publicDir: string) {
  return readIndexes(await readJson(publicDir, '/search/index.json'))
}

async function readJson(publicDir: string, address: string): Promise<unknown> {
  const text = await readFile(join(publicDir, address), 'utf8').catch(() => 'null')
  return JSON.parse(text)
}
