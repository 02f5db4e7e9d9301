// npm run screenshots: pictures of site and Studio for docs/, made from the examples.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { launchBrowser } from './checks/launch-browser.ts'
import { runCommand } from './command-line.ts'
import { readEnvironment } from './environment.ts'
import { shootSite } from './screenshots/shoot-site.ts'
import { shootStudio } from './screenshots/shoot-studio.ts'
import { startServer } from './server/start-server.ts'
import { openExampleSite } from './site-checks/open-example-site.ts'

const usage = `Снимает страницы сайта и Студии с примерами.

  npm run screenshots              картинки в docs/screenshots
  npm run screenshots -- site      только сайт: каждый шаблон, широко и на телефоне, светлый, тёмный,
                                   для слабовидящих и на бумаге
  npm run screenshots -- studio    только Студия`

const root = dirname(import.meta.dirname)
const folder = join(root, 'docs', 'screenshots')

await runCommand(usage, async ([part]) => {
  const browser = await launchBrowser()
  try {
    if (part !== 'studio') {
      const site = await openExampleSite()
      await shootSite(browser, site.origin, join(folder, 'site')).finally(() => site.close())
    }
    if (part === 'site') return
    const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-screenshots-'))
    const own = { port: 0, dataDir, dailyBackups: false, examples: true, origin: undefined }
    const server = await startServer({ ...readEnvironment(), ...own }, root)
    await shootStudio(browser, server, folder).finally(() => server.close())
    await rm(dataDir, { recursive: true, force: true })
  } finally {
    await browser.close()
  }
})
