// npm run bench:build: the same content built by the publisher, Astro, Eleventy and Hugo. The last line is JSON.
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildBundle } from '#publisher/site-bundle/build-bundle.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import {
  cutFrame,
  listBenchPages,
  makeDocuments,
  ORIGIN,
  TODAY,
  writeEleventySite,
  writeHugoSite,
  writeSnapshot,
} from './build-bench/bench-content.ts'
import { readPageWords } from './build-bench/page-words.ts'
import { runGenerator } from './build-bench/run-generator.ts'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { childEnvironment } from './environment.ts'

const usage = `Собирает одно и то же содержание издателем, astro build, Eleventy и Hugo и сравнивает скорость.

  npm run bench:build -- [--pages 10000]

У издателя, Eleventy и Hugo одинаковые страницы практик; слова и ссылки сверяются. astro build собирает весь сайт, со
списками, страницами школ и файлами для скачивания; издатель во второй раз тоже, притом со сжатием brotli и gzip.
Последняя строка вывода — JSON.`

const builtSchema = z.object({
  failures: z.number(),
  files: z.number(),
  pages: z.number(),
  peakMemoryMiB: z.number(),
})

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { pages: { type: 'string', default: '10000' } } })
  const wanted = Number(values.pages)
  if (!Number.isInteger(wanted) || wanted < 1) throw new UsageError('--pages: нужно целое число от 1.')
  const root = dirname(import.meta.dirname)
  const folder = await mkdtemp(join(tmpdir(), 'kopilka-bench-build-'))
  const templates = join(import.meta.dirname, 'build-bench/templates')
  const env = childEnvironment({ NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' })
  const speed = (seconds: number, built = pages.length) => Math.round(built / seconds)
  // As `npm run build` does.
  const node = ['--disable-warning=ExperimentalWarning', '--heap-growing-percent=20']

  say('Готовлю содержание…')
  const bundleDir = await buildBundle({ root, node: process.execPath, environment: childEnvironment({}) })
  const documents = await makeDocuments(wanted)
  const snapshot = join(folder, 'snapshot.ndjson')
  await writeSnapshot(snapshot, documents)
  const pages = listBenchPages(documents)
  const { createSite } = await loadBundle(bundleDir)
  const site = createSite({ origin: ORIGIN, today: TODAY, documents: documents.packVisible() })
  const samples = pages
    .filter((_, place) => place % Math.ceil(pages.length / 50) === 0)
    .map(({ slug }) => slug)
  const first = await site.render(`/praktiki/${samples[0] ?? ''}/`)
  const frame = cutFrame(Buffer.from(first.body).toString())

  async function runPublisher(mode: 'practices' | 'whole') {
    const out = join(folder, `publisher-${mode}`)
    const script = join(import.meta.dirname, 'build-bench/build-with-publisher.ts')
    const run = await runGenerator(
      process.execPath,
      [...node, script, snapshot, bundleDir, out, ORIGIN, TODAY, mode],
      {
        cwd: root,
        env,
      },
    )
    const { failures, ...built } = builtSchema.parse(JSON.parse(run?.output ?? ''))
    if (failures > 0) say(`Издатель не собрал страниц: ${failures}. ${run?.errors ?? ''}`)
    const seconds = run?.seconds ?? 0
    const what = mode === 'practices' ? 'страницы практик' : 'весь сайт со сжатием'
    say(`Издатель, ${what}: ${seconds.toFixed(1)} с, страниц ${built.pages}, файлов ${built.files}`)
    return { ...built, seconds, out }
  }

  try {
    const same = await runPublisher('practices')
    const whole = await runPublisher('whole')

    say('astro build…')
    const astroOut = join(folder, 'astro')
    const astro = await runGenerator(
      process.execPath,
      [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', astroOut],
      {
        cwd: root,
        env: { ...env, KOPILKA_SNAPSHOT: snapshot, KOPILKA_ORIGIN: ORIGIN, KOPILKA_TODAY: TODAY },
      },
    )
    say('Eleventy…')
    const eleventy = join(folder, 'eleventy')
    await writeEleventySite(eleventy, pages, frame)
    await copyFile(join(templates, 'eleventy/page.njk'), join(eleventy, 'page.njk'))
    const eleventyRun = await runGenerator(
      process.execPath,
      [join(root, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--input=.', '--output=_site'],
      { cwd: eleventy, env },
    )
    say('Hugo…')
    const hugo = join(folder, 'hugo')
    await writeHugoSite(hugo, pages, frame)
    await mkdir(join(hugo, 'layouts/_default'), { recursive: true })
    await copyFile(
      join(templates, 'hugo/layouts/_default/single.html'),
      join(hugo, 'layouts/_default/single.html'),
    )
    const hugoRun = await runGenerator('hugo', ['--quiet'], { cwd: hugo, env })
    if (hugoRun === null)
      say('Hugo не найден и пропущен. Поставьте его (apt-get install hugo) и запустите ещё раз.')

    const others = [
      { name: 'Astro', folder: astroOut },
      { name: 'Eleventy', folder: join(eleventy, '_site') },
      ...(hugoRun === null ? [] : [{ name: 'Hugo', folder: join(hugo, 'public') }]),
    ]
    for (const other of others) await comparePages(same.out, other, samples)
    const pagesPerSecond = {
      publisher: speed(same.seconds),
      astro: astro === null ? null : speed(astro.seconds, whole.pages),
      eleventy: eleventyRun === null ? null : speed(eleventyRun.seconds),
      hugo: hugoRun === null ? null : speed(hugoRun.seconds),
      publisherWholeSite: speed(whole.seconds, whole.pages),
    }
    print(
      JSON.stringify({
        pages: pages.length,
        pagesPerSecond,
        peakMemoryMiB: Math.max(same.peakMemoryMiB, whole.peakMemoryMiB),
        wholeSite: { pages: whole.pages, files: whole.files, seconds: Number(whole.seconds.toFixed(1)) },
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** @throws when a page of another generator has other words or links than ours: then the work was not equal */
async function comparePages(ours: string, other: { name: string; folder: string }, slugs: readonly string[]) {
  for (const slug of slugs) {
    const file = `praktiki/${slug}/index.html`
    const expected = readPageWords(await readFile(join(ours, file), 'utf8'))
    const found = readPageWords(await readFile(join(other.folder, file), 'utf8'))
    if (JSON.stringify(found) === JSON.stringify(expected)) continue
    const place = expected.words.split('').findIndex((letter, index) => found.words[index] !== letter)
    throw new Error(
      `${other.name}: страница ${file} не такая, как наша: «${found.words.slice(place, place + 80)}» вместо «${expected.words.slice(place, place + 80)}».`,
    )
  }
}
