import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#scripts/checks/launch-browser.ts'
import { openExampleSite, type ExampleSite } from '#scripts/site-checks/open-example-site.ts'
import { TEMPLATES } from '#scripts/site-checks/templates.ts'
import { countLoadedBytes } from './count-loaded-bytes.ts'
import { findBarriers } from './find-barriers.ts'
import { findStumbles, walkByTab } from './keyboard.ts'

// One page of every template in a real browser: layout, contrast and focus cannot be judged without one.

/** 1280 px enlarged four times. */
const ENLARGED = { width: 320, height: 256 }
const STEP_MS = 180_000
/** Where the keyboard walks: menu, filters, choices, map, search. */
const WALKED = [
  'home',
  'regions',
  'organization',
  'roadmap',
  'practices',
  'practice',
  'glossary',
  'search',
] as const
const MOST_STOPS = 40
/** What readers may choose together in the version for the visually impaired. */
const LETTERS = [
  { size: 'large', letters: 'wide', lines: 'wide' },
  { size: 'large', letters: 'widest', lines: 'widest' },
  { size: 'huge', letters: 'widest', font: 'serif' },
  { letters: 'widest' },
  {},
]
/** With fonts, scripts and the icon, as sent. */
const SEARCH_PAGE_BYTES = 60_000

let site: ExampleSite
let browser: Browser
let enlarged: BrowserContext

beforeAll(async () => {
  site = await openExampleSite()
  browser = await launchBrowser()
  enlarged = await browser.newContext({ locale: 'ru-RU', viewport: ENLARGED })
}, STEP_MS)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function withPage(context: BrowserContext, path: string, look: (page: Page) => Promise<void>) {
  const page = await context.newPage()
  try {
    await page.goto(site.origin + path, { waitUntil: 'load' })
    await look(page)
  } finally {
    await page.close()
  }
}

test.each(Object.entries(TEMPLATES))(
  '%s has no barriers and fits a page enlarged four times',
  { timeout: STEP_MS },
  async (_, path) => {
    await withPage(enlarged, path, async (page) => {
      const widths = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        screen: document.documentElement.clientWidth,
      }))
      expect(widths.page).toBeLessThanOrEqual(widths.screen)
      expect(await findBarriers(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await findBarriers(page, ['color-contrast'])).toEqual([])
    })
  },
)

test.each(WALKED)('%s is walked through by keyboard', { timeout: STEP_MS }, async (name) => {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } })
  await withPage(context, TEMPLATES[name], async (page) => {
    const stops = await walkByTab(page, MOST_STOPS)
    expect(stops.length).toBeGreaterThan(10)
    expect(stops[0]?.name).toBe('a «К содержанию»')
    expect(findStumbles(stops)).toEqual([])
  })
  await context.close()
})

test(
  'the keyboard passes over the menu, opens a filter and follows a choice',
  { timeout: STEP_MS },
  async () => {
    const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } })
    await withPage(context, TEMPLATES.practices, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
      await page.getByText('По форме').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/praktiki/forma/**')
      await page.getByRole('link', { name: 'Календарь', exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/kalendar/')
    })
    await context.close()
  },
)

test.each(['region', 'municipality', 'region-support', 'roadmap', 'support'] as const)(
  'the tables of %s fit every width, however letters are chosen',
  { timeout: STEP_MS },
  async (name) => {
    const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })
    await withPage(context, TEMPLATES[name], async (page) => {
      for (const width of [360, 768, 1024, 1280, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        const excess = await page.evaluate((choices) => {
          const root = document.documentElement
          return choices.map((chosen) => {
            for (const key of ['size', 'letters', 'lines', 'font']) delete root.dataset[key]
            Object.assign(root.dataset, chosen)
            return root.scrollWidth - root.clientWidth
          })
        }, LETTERS)
        expect([width, excess]).toEqual([width, LETTERS.map(() => 0)])
      }
    })
    await context.close()
  },
)

test('letters twice as large as usual stay within a phone', { timeout: STEP_MS }, async () => {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 360, height: 740 } })
  const excess: Record<string, number> = {}
  for (const path of [
    TEMPLATES.home,
    TEMPLATES.practice,
    TEMPLATES.roadmap,
    TEMPLATES.support,
    TEMPLATES.data,
  ]) {
    await withPage(context, path, async (page) => {
      excess[path] = await page.evaluate(() => {
        const root = document.documentElement
        root.style.fontSize = '200%'
        return root.scrollWidth - root.clientWidth
      })
    })
  }
  await context.close()
  expect(Object.entries(excess).filter(([, pixels]) => pixels > 0)).toEqual([])
})

test(
  'the version for the visually impaired opens, enlarges and stays, by keyboard',
  { timeout: STEP_MS },
  async () => {
    const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } })
    await withPage(context, TEMPLATES.practice, async (page) => {
      await page.locator('#low-vision').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('huge')
      expect(await findBarriers(page)).toEqual([])
      await page.goto(site.origin + TEMPLATES.roadmap)
      expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('huge')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    })
    await context.close()
  },
)

test('the search page loads little before the first question', { timeout: STEP_MS }, async () => {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 360, height: 640 } })
  const page = await context.newPage()
  expect(await countLoadedBytes(page, site.origin + TEMPLATES.search)).toBeLessThanOrEqual(SEARCH_PAGE_BYTES)
  await context.close()
})
