// npm run bench:publish: how soon readers see what an editor publishes. The last line is JSON.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { lakeSource } from '#publisher/documents/lake-source.ts'
import { buildBundle } from '#publisher/site-bundle/build-bundle.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { connectToLake } from './connect.ts'
import { childEnvironment, readEnvironment } from './environment.ts'
import { compareWithFullBuild } from './publish-bench/compare-with-full-build.ts'
import { measurePublishing } from './publish-bench/measure-publishing.ts'
import { measureWideChanges } from './publish-bench/measure-wide-changes.ts'
import { sizeForPages } from './publish-bench/page-count.ts'
import { watchSite } from './publish-bench/watch-site.ts'
import { fillLake } from './scale/fill-lake.ts'
import { startServer } from './server/start-server.ts'

const usage = `Измеряет, как скоро опубликованное видно читателям: на странице, в поиске, после снятия.

  npm run bench:publish -- [--pages ЧИСЛО] [--events ЧИСЛО]

  --pages    сколько примерно страниц на сайте; по умолчанию 1000
  --events   сколько публикаций; по умолчанию 50

Последняя строка вывода — JSON.`

await runCommand(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: { pages: { type: 'string', default: '1000' }, events: { type: 'string', default: '50' } },
  })
  const [wanted, events] = [readNumber('pages', values.pages), readNumber('events', values.events)]
  const root = dirname(import.meta.dirname)
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-bench-'))
  const environment = {
    ...readEnvironment(),
    port: 0,
    dataDir,
    examples: false,
    dailyBackups: false,
    origin: undefined,
  }
  try {
    say('Наполняю озеро…')
    const signal = new AbortController().signal
    await fillLake({ environment, size: { ...sizeForPages(wanted), seed: 1 }, add: false, say, signal })
    say('Собираю сайт…')
    // The same code to the end, whatever becomes of the sources meanwhile.
    const bundleDir = await buildBundle({ root, node: process.execPath, environment: childEnvironment({}) })
    const server = await startServer(environment, root)
    const lake = await connectToLake(environment)
    try {
      const whenIdle = () => server.publisher.whenIdle()
      const measured = {
        site: watchSite(server.url, () => server.publisher.publicDir),
        whenIdle,
        say,
      }
      const { pages: files } = server.publisher.status()
      say(`Файлов на сайте: ${files}. Жду, пока будет готов поиск и сайт успокоится…`)
      await whenIdle()
      await measured.site.untilSearchable()
      const publishing = await measurePublishing(lake.client, events, measured)
      const wideChanges = await measureWideChanges(lake.client, measured)
      say('Сравниваю с сайтом, собранным заново…')
      await whenIdle()
      const different = await compareWithFullBuild({
        source: lakeSource(lake.client),
        bundle: await loadBundle(bundleDir),
        origin: server.origin,
        publicDir: server.publisher.publicDir,
        scratch: join(dataDir, 'compared'),
      })
      for (const file of different.slice(0, 20)) say(`Отличается: ${file}`)
      const fullRebuildSame = different.length === 0
      print(JSON.stringify({ pages: wanted, files, ...publishing, wideChanges, fullRebuildSame }))
      return fullRebuildSame ? 0 : 1
    } finally {
      await lake.close()
      await server.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

function readNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`--${name}: нужно целое число от 1.`)
  return value
}
