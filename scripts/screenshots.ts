// npm run screenshots: pictures of site and Studio for docs/, made from the examples.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findBrowser } from './checks/find-browser.ts'
import { runCommand, say } from './command-line.ts'
import { readEnvironment } from './environment.ts'
import { dropFile, pasteTable } from './examples/give-to-import-tool.ts'
import { exampleClipboard, writeExampleDocx } from './examples/roadmap-to-import.ts'
import { startServer } from './server/start-server.ts'

const usage = `Снимает страницы сайта и Студии с примерами.

  npm run screenshots        картинки в docs/screenshots`

const SCHOOL = '/organizacii/mbou-licej-3/'
const PAGES = {
  home: '/',
  school: SCHOOL,
  roadmap: `${SCHOOL}karta/2026-2027/`,
  coverage: `${SCHOOL}karta/2026-2027/informacionnaya-podderzhka/`,
  region: '/regiony/zarechnaya-oblast/',
  practices: '/praktiki/',
  practice: '/praktiki/masterskaya-nastavnika/',
  material: '/materialy/',
  search: '/poisk/?q=молодой+учитель',
}
const STUDIO = {
  studio: '/studio',
  'studio-practice': '/studio/intent/edit/id=practice-masterskaya-nastavnika;type=practice/',
  'studio-roadmap': '/studio/intent/edit/id=roadmap-mbou-licej-3-2026-2027;type=roadmap/',
}
const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }
/** The Studio has no event that says that its lists are drawn. */
const STUDIO_SETTLES_MS = 4000

await runCommand(usage, async () => {
  const root = dirname(import.meta.dirname)
  const folder = join(root, 'docs', 'screenshots')
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-screenshots-'))
  await mkdir(folder, { recursive: true })
  const environment = {
    ...readEnvironment(),
    port: 0,
    dataDir,
    dailyBackups: false,
    examples: true,
    origin: undefined,
  }
  const server = await startServer(environment, root)
  const executablePath = await findBrowser(environment.chromePath)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ viewport, locale: 'ru-RU' })
      for (const [name, path] of Object.entries(PAGES)) {
        await shoot(context, `${server.origin}${path}`, join(folder, `${name}-${size}.png`))
      }
      await context.close()
    }
    const editor = await browser.newContext({ viewport: SIZES.wide, locale: 'ru-RU' })
    if (server.signInLink !== null) await editor.request.get(server.signInLink)
    for (const [name, path] of Object.entries(STUDIO)) {
      await shoot(editor, `${server.origin}${path}`, join(folder, `${name}.png`), STUDIO_SETTLES_MS)
    }
    await shootImports(editor, server.origin, folder)
  } finally {
    await browser.close()
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function shoot(context: BrowserContext, url: string, file: string, settlesMs = 500): Promise<void> {
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(settlesMs)
  await page.screenshot({ path: file })
  await page.close()
  say(file)
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
    await page.waitForTimeout(STUDIO_SETTLES_MS)
    const file = join(folder, `${name}.png`)
    await page.screenshot({ path: file })
    await page.close()
    say(file)
  }
}
