import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { say } from '../command-line.ts'
import { dropFile, pasteTable } from '../examples/give-to-import-tool.ts'
import { exampleClipboard, writeExampleDocx } from '../examples/roadmap-to-import.ts'
import type { RunningServer } from '../server/start-server.ts'

const STUDIO = {
  studio: '/studio',
  'studio-practice': '/studio/intent/edit/id=practice-masterskaya-nastavnika;type=practice/',
  'studio-coverage': '/studio/intent/edit/id=coverage-chem-ya-mogu-byt-polezen;type=coverage/',
  'studio-roadmap': '/studio/intent/edit/id=roadmap-mbou-licej-3-2026-2027;type=roadmap/',
}
const WIDE = { width: 1280, height: 900 }
/** The Studio has no event that says that its lists are drawn. */
const SETTLES_MS = 9000

/** Pictures of the Studio as an editor of the examples sees it. */
export async function shootStudio(browser: Browser, server: RunningServer, folder: string): Promise<void> {
  const editor = await browser.newContext({ viewport: WIDE, locale: 'ru-RU' })
  if (server.signInLink !== null) await editor.request.get(server.signInLink)
  for (const [name, path] of Object.entries(STUDIO)) {
    const page = await editor.newPage()
    await page.goto(`${server.origin}${path}`, { waitUntil: 'networkidle' })
    await shoot(page, join(folder, `${name}.png`))
  }
  await shootImports(editor, server.origin, folder)
  await editor.close()
}

/** The tool that imports roadmaps, with a Word document and with a table pasted from Word. */
async function shootImports(context: BrowserContext, origin: string, folder: string): Promise<void> {
  const bytes = await writeExampleDocx()
  const given: Record<string, (page: Page) => Promise<void>> = {
    'studio-import-docx': (page) => dropFile(page, 'Дорожная карта.docx', bytes),
    'studio-import-word-table': (page) => pasteTable(page, exampleClipboard()),
  }
  for (const [name, give] of Object.entries(given)) {
    const page = await context.newPage()
    await page.goto(`${origin}/studio/import`)
    await page.getByRole('heading', { name: 'Импорт дорожной карты' }).waitFor()
    await give(page)
    await page.locator('[data-item]').filter({ hasText: 'Составить программы' }).hover()
    await shoot(page, join(folder, `${name}.png`))
  }
}

async function shoot(page: Page, file: string): Promise<void> {
  await page.waitForTimeout(SETTLES_MS)
  await page.screenshot({ path: file })
  await page.close()
  say(file)
}
