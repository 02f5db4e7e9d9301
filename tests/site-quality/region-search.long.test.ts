import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentRules } from '#publisher/documents/content-rules.ts'
import type { LakeDocument } from '#publisher/documents/document-source.ts'
import { runPublisher } from '#publisher/run-publisher.ts'
import type { SearchSizes } from '#publisher/search/search-index.ts'
import { serveRelease } from '#publisher/serve/serve-release.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { createMemorySource } from '#publisher/test-doubles/memory-source.ts'
import { launchBrowser } from '#scripts/checks/launch-browser.ts'
import { listCountry } from '#scripts/scale/make-country.ts'
import { listen } from '#scripts/server/listen.ts'
import { buildProjectBundle } from '#scripts/site-checks/example-lake.ts'

// What a reader in a region finds, in a real browser, right after changes: more hits than one page of results has.

const STEP_MS = 300_000
const WORD = 'Ежевика'
const OF_FIRST = 75
const OF_SECOND = 6

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
}, STEP_MS)
afterAll(() => browser?.close())

interface Region {
  slug: string
  school: string
}

/** Two regions of the generated country, with practices that have the word in their titles. */
function listTwoRegions(): { documents: LakeDocument[]; first: Region; second: Region } {
  const country = listCountry({ schools: 89 * 2, practices: OF_FIRST + OF_SECOND, seed: 3 })
  const schools = country.filter(({ _type, level }) => _type === 'organization' && level === 'organization')
  const regions = country.filter(({ _type }) => _type === 'region').slice(0, 2)
  const found = regions.map((region) => ({
    slug: slugOf(region),
    school: schools.find((school) => refOf(school['region']) === region._id)?._id ?? '',
  }))
  const [first, second] = found
  if (first === undefined || second === undefined) throw new Error('The country has fewer than two regions.')
  const kept = country.filter(
    ({ _id }) => regions.some((one) => one._id === _id) || _id === first.school || _id === second.school,
  )
  const practices = country
    .filter(({ _type }) => _type === 'practice')
    .map((practice, number) => ({
      ...practice,
      title: `${WORD} ${number}`,
      organization: { _type: 'reference', _ref: number < OF_FIRST ? first.school : second.school },
      authors: [],
      materials: [],
    }))
  return { documents: [...kept, ...practices], first, second }
}

function refOf(value: unknown): string {
  return typeof value === 'object' && value !== null && '_ref' in value ? String(value._ref) : ''
}

function slugOf({ slug }: LakeDocument): string {
  return typeof slug === 'object' && slug !== null && 'current' in slug ? String(slug.current) : ''
}

/** What the search page says: how much was found, numbers beside the forms, and the first results. */
async function ask(page: Page, address: string) {
  await page.goto(address)
  await page.waitForFunction(() =>
    /^(?:Нашлось|Ничего)/.test(document.getElementById('status')?.textContent ?? ''),
  )
  const total = Number(/\d+/.exec((await page.locator('#status').textContent()) ?? '')?.[0] ?? 0)
  const forms = page.locator('details[data-filter="form"]')
  if (total > 0) {
    await forms.locator('summary').click()
    await forms.locator('.count').first().filter({ hasText: /\d/ }).waitFor()
  }
  const counts: [string, number][] = []
  for (const label of await forms.locator('label').all()) {
    const value = (await label.locator('input').getAttribute('value')) ?? ''
    const count = Number(await label.locator('.count').textContent())
    if (count > 0) counts.push([value, count])
  }
  return {
    total,
    forms: Object.fromEntries(counts),
    inTexts: await page.locator('#where').isHidden(),
    first: await page
      .locator('#results .title')
      .first()
      .getAttribute('href', { timeout: 1000 })
      .catch(() => null),
  }
}

test.each<[string, SearchSizes, boolean]>([
  ['a region whose texts are searched', { pagesOfIndex: 60, smallestDelta: 20 }, true],
  ['a region too large for that, whose titles are searched', { pagesOfIndex: 15, smallestDelta: 10 }, false],
])('%s', { timeout: STEP_MS }, async (_, searchSizes, inTexts) => {
  const { documents, first, second } = listTwoRegions()
  const source = createMemorySource(documents)
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-region-'))
  const publisher = await runPublisher({
    source,
    bundle: await loadBundle(await buildProjectBundle()),
    rules: contentRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => new Date('2026-11-21T09:00:00Z'),
    searchSizes,
  })
  const app = new Hono().get('*', serveRelease(publisher))
  const listening = await listen((request) => app.fetch(request), 0)
  const context = await browser.newContext({ locale: 'ru-RU' })
  const page = await context.newPage()

  async function expectFound(region: Region): Promise<void> {
    await publisher.whenIdle()
    const practices = [...publisher.documents.visible()].filter(
      (one) =>
        one._type === 'practice' &&
        String(one['title']).includes(WORD) &&
        refOf(one['organization']) === region.school,
    )
    const forms: Record<string, number> = {}
    for (const { form } of practices) forms[String(form)] = (forms[String(form)] ?? 0) + 1
    const query = new URLSearchParams({ q: WORD.toLowerCase(), kind: 'practice', region: region.slug })
    const found = await ask(page, `http://localhost:${listening.port}/poisk/?${query}`)
    expect(found).toMatchObject({
      total: practices.length,
      forms,
      inTexts: inTexts || region === second,
    })
    const paths = practices.map((practice) => `/praktiki/${slugOf(practice)}/`)
    expect(paths).toContain(found.first)
  }

  try {
    const practices = documents.filter(({ _type }) => _type === 'practice')
    const [one, other, third] = practices
    if (one === undefined || other === undefined || third === undefined)
      throw new Error('There are no practices.')
    await expectFound(first)
    await expectFound(second)
    source.put({ ...one, _id: 'new', slug: { _type: 'slug', current: 'novaya' } })
    await expectFound(first)
    source.remove(one._id)
    await expectFound(first)
    source.put({ ...other, title: 'Малина' })
    await expectFound(first)
    source.put({ ...third, organization: { _type: 'reference', _ref: second.school } })
    await expectFound(first)
    await expectFound(second)
    for (const practice of practices.slice(3, 40)) source.put({ ...practice, title: `${WORD} заново` })
    await expectFound(first)
    await expectFound(second)
  } finally {
    await context.close()
    await listening.close()
    await publisher.close()
    await rm(dataDir, { recursive: true })
  }
})
