import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { TEMPLATES } from '../site-checks/templates.ts'

/** A way to look at a page. */
interface Look {
  readonly width: number
  readonly height: number
  readonly context?: BrowserContextOptions
  /** What the reader has chosen in the version for the visually impaired. */
  readonly choices?: Readonly<Record<string, string>>
  readonly print?: boolean
}

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
const DARK = { colorScheme: 'dark' } as const
const CHOICES = { size: 'large', letters: 'wide', lines: 'wide', contrast: 'white', pictures: 'off' }

/** Every way, by the end of the picture's name. */
const LOOKS: Readonly<Record<string, Look>> = {
  '1280-light': WIDE,
  '1280-dark': { ...WIDE, context: DARK },
  '1280-low-vision': { ...WIDE, choices: CHOICES },
  '360-light': PHONE,
  '360-dark': { ...PHONE, context: DARK },
  '360-low-vision': { ...PHONE, choices: CHOICES },
  // The width of A4 without its margins at 96 pixels an inch.
  print: { width: 703, height: 1000, print: true },
}
const LANDSCAPE_WIDTH = 1031

/** What is below says little about the template. */
const MOST_HEIGHT = 1800
const QUALITY = 50

/** What readers open on a page, by the beginning of the picture's name. */
const OPENED: Readonly<Record<string, { path: string; press: string }>> = {
  'low-vision-panel': { path: TEMPLATES.practice, press: '#low-vision' },
  'roadmap-cards': { path: TEMPLATES.roadmap, press: 'label[for="view-cards"]' },
  'roadmap-line': { path: TEMPLATES.roadmap, press: 'label[for="view-line"]' },
}

/**
 * Pictures of one page of every template in every way, and a page that shows them.
 * @param folder is emptied first
 */
export async function shootSite(browser: Browser, origin: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [look, { context, choices = {}, print = false, width, height }] of Object.entries(LOOKS)) {
    const viewport = { width, height }
    const reader = await browser.newContext({ viewport, locale: 'ru-RU', ...context })
    await reader.addInitScript((chosen) => {
      for (const [key, value] of Object.entries(chosen)) localStorage.setItem(`kopilka-${key}`, value)
    }, choices)
    const page = await reader.newPage()
    if (print) await page.emulateMedia({ media: 'print' })
    for (const [name, path] of Object.entries(TEMPLATES)) {
      await page.setViewportSize(viewport)
      await page.goto(origin + path, { waitUntil: 'networkidle' })
      await loadPictures(page)
      if (print && (await page.locator('body.landscape').count()) > 0)
        await page.setViewportSize({ width: LANDSCAPE_WIDTH, height })
      await writeFile(join(folder, `${name}-${look}.webp`), await shootPage(page))
    }
    await reader.close()
  }
  const opened = await shootOpened(browser, origin, folder)
  await writeFile(join(folder, 'README.md'), writeGallery(opened))
}

/** @returns names of the pictures */
async function shootOpened(browser: Browser, origin: string, folder: string): Promise<string[]> {
  const names: string[] = []
  for (const viewport of [WIDE, PHONE]) {
    for (const [name, { path, press }] of Object.entries(OPENED)) {
      const page = await browser.newPage({ viewport, locale: 'ru-RU' })
      await page.goto(origin + path, { waitUntil: 'networkidle' })
      const target = page.locator(press)
      // On a phone a table is shown as cards already.
      if (await target.isVisible()) {
        await target.click()
        names.push(`${name}-${viewport.width}`)
        await writeFile(join(folder, `${name}-${viewport.width}.webp`), await shootPage(page))
      }
      await page.close()
    }
  }
  return names
}

/** Pictures far below are loaded only when a reader comes near. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.querySelectorAll('img')) picture.loading = 'eager'
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)))
  })
}

async function shootPage(page: Page): Promise<Buffer> {
  const width = page.viewportSize()?.width ?? WIDE.width
  const full = await page.evaluate(() => document.documentElement.scrollHeight)
  const clip = { x: 0, y: 0, width, height: Math.min(full, MOST_HEIGHT) }
  return sharp(await page.screenshot({ fullPage: true, clip }))
    .webp({ quality: QUALITY, effort: 6 })
    .toBuffer()
}

function writeGallery(opened: readonly string[]): string {
  const looks = Object.keys(LOOKS)
  const sections = Object.entries(TEMPLATES).map(([name, path]) => {
    const cells = looks.map((look) => `[![${name}, ${look}](${name}-${look}.webp)](${name}-${look}.webp)`)
    return [
      `## ${name}`,
      `\`${path}\``,
      [looks, looks.map(() => '---'), cells].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    ].join('\n\n')
  })
  sections.push('## What is opened', ...opened.map((name) => `[![${name}](${name}.webp)](${name}.webp)`))
  const intro =
    'One page of every template, made from the examples by `npm run screenshots`: wide and on a phone, light, dark,\n' +
    'in the version for the visually impaired, and on paper. The top 1800 pixels of each.'
  return `<!-- prettier-ignore-start -->\n\n# Pictures of the site\n\n${intro}\n\n${sections.join('\n\n')}\n\n<!-- prettier-ignore-end -->\n`
}
