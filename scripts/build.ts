// npm run build: everything that is published, as plain files for any web server.
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildRelease } from '#publisher/build-release.ts'
import type { BuildResult } from '#publisher/build-release.ts'
import { contentRules } from '#publisher/documents/content-rules.ts'
import { lakeSource } from '#publisher/documents/lake-source.ts'
import { buildBundle } from '#publisher/site-bundle/build-bundle.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { connectToLake } from './connect.ts'
import { childEnvironment, readEnvironment } from './environment.ts'
import { fileFetcher } from './lake-access/fetch-file.ts'

const usage = `Собирает сайт из опубликованного в папку обычных файлов.

  npm run build -- --out ПАПКА

Адрес сайта для карты сайта и лент берётся из KOPILKA_ORIGIN.`

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { out: { type: 'string' } } })
  if (values.out === undefined) throw new UsageError('Укажите, куда собирать: --out ПАПКА.')
  const environment = readEnvironment()
  const bundleDir = await buildBundle({
    root: dirname(import.meta.dirname),
    node: process.execPath,
    environment: childEnvironment({}),
    onBuild: () => say('Собираю код сайта…'),
  })
  const lake = await connectToLake(environment)
  try {
    const out = resolve(values.out)
    const result = await buildRelease({
      source: lakeSource(lake.client),
      bundle: await loadBundle(bundleDir),
      rules: contentRules,
      origin: environment.origin ?? `http://localhost:${environment.port}`,
      now: new Date(),
      out,
      fetchFile: fileFetcher(lake.client),
      onProgress: (done, all) => say(`Страницы: ${done} из ${all}`),
    })
    print(`Готово: ${out}. Страниц: ${result.pages}, картинок и файлов: ${result.files}.`)
    return reportProblems(result)
  } finally {
    await lake.close()
  }
})

/** A site with a page missing is not a success, but it is there. */
function reportProblems({ failures, rejected }: BuildResult): number {
  for (const { id, problems } of rejected) say(`Документ ${id} не показан: ${problems.join('; ')}`)
  for (const { path, problem } of failures) say(`Страница ${path} не получилась: ${problem}`)
  return failures.length === 0 ? 0 : 1
}
