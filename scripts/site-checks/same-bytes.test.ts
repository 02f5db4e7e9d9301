import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRelease } from '#publisher/build-release.ts'
import { contentRules } from '#publisher/documents/content-rules.ts'
import { lakeSource } from '#publisher/documents/lake-source.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { startPublisher } from '#publisher/start-publisher.ts'
import { childEnvironment } from '../environment.ts'
import { fileFetcher } from '../lake-access/fetch-file.ts'
import { PROJECT_ROOT, buildProjectBundle, openExampleLake } from './example-lake.ts'
import type { ExampleLake } from './example-lake.ts'

// Law 2: plain `astro build`, `npm run build` and the publisher's release are the same site.

const origin = 'https://nastavnik.example'
const now = new Date('2026-11-21T09:00:00Z')
const TODAY = '2026-11-21'

/** What previews put behind texts, so that a click finds their field; readers never get it. */
const FIELD_MARK = /[\u200B-\u200D\u2060-\u2064\uFEFF]{8}|[\uE000-\uF8FF]/

let lake: ExampleLake
let bundleDir = ''
let out = ''

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'kopilka-same-bytes-'))
  bundleDir = await buildProjectBundle()
  lake = await openExampleLake()
}, 120_000)
afterAll(async () => {
  await lake.close()
  await rm(out, { recursive: true })
})

test('astro build over the snapshot, npm run build and the release give the same bytes', async () => {
  const publisher = await startPublisher({
    client: lake.client,
    dataDir: lake.dataDir,
    bundleDir,
    origin,
    now: () => now,
  })
  expect(publisher.status()).toMatchObject({ failures: [], rejected: [] })
  const released = await readSite(publisher.publicDir)
  await publisher.close()

  const result = await buildRelease({
    source: lakeSource(lake.client),
    bundle: await loadBundle(bundleDir),
    rules: contentRules,
    origin,
    now,
    out: join(out, 'built'),
    fetchFile: fileFetcher(lake.client),
  })
  expect(result).toMatchObject({ failures: [], rejected: [] })
  expect(result.files).toBeGreaterThan(0)
  const built = await readSite(join(out, 'built'))

  const astro = join(PROJECT_ROOT, 'node_modules/astro/bin/astro.mjs')
  await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', join(out, 'static')], {
    cwd: PROJECT_ROOT,
    env: childEnvironment({
      KOPILKA_ORIGIN: origin,
      KOPILKA_SNAPSHOT: join(lake.dataDir, 'snapshot.ndjson'),
      KOPILKA_TODAY: TODAY,
      NODE_ENV: 'production',
    }),
  })
  const plain = await readSite(join(out, 'static'))

  expect([...released.keys()].filter((path) => path.endsWith('.html')).length).toBeGreaterThan(50)
  expect(differences(released, built)).toEqual([])
  expect(findMarked(released)).toEqual([])
  expect(differences(released, plain)).toEqual([])
}, 180_000)

test('a release that outlives a year is what a full build of the new day gives, deadlines that passed included', async () => {
  const before = await readReleaseOf(now)
  const later = new Date('2027-09-01T09:00:00Z')
  const after = await readReleaseOf(later)
  await buildRelease({
    source: lakeSource(lake.client),
    bundle: await loadBundle(bundleDir),
    rules: contentRules,
    origin,
    now: later,
    out: join(out, 'later'),
    fetchFile: fileFetcher(lake.client),
  })
  expect(differences(after, await readSite(join(out, 'later')))).toEqual([])
  expect(countPassed(after)).toBeGreaterThan(countPassed(before))
}, 180_000)

/** The release of the lake's folder after its publisher was opened at a time. */
async function readReleaseOf(at: Date): Promise<Map<string, string>> {
  const { client, dataDir } = lake
  const publisher = await startPublisher({ client, dataDir, bundleDir, origin, now: () => at })
  await publisher.whenIdle()
  const site = await readSite(publisher.publicDir)
  await publisher.close()
  return site
}

function countPassed(site: ReadonlyMap<string, string>): number {
  const words = Buffer.from('Срок прошёл').toString('latin1')
  return [...site].filter(([path, bytes]) => path.endsWith('.html') && bytes.includes(words)).length
}

/** Pages and data of a site by path; not what only one way of building adds: compression, search, copied uploads. */
async function readSite(folder: string): Promise<Map<string, string>> {
  const site = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name))
    if (!entry.isFile() || /\.(?:br|gz)$/.test(path) || /^(?:pagefind|search|images|files)\//.test(path))
      continue
    site.set(path, (await readFile(join(folder, path))).toString('latin1'))
  }
  return site
}

/** Pages and data with marks of previews. */
function findMarked(site: ReadonlyMap<string, string>): string[] {
  return [...site]
    .filter(([path]) => /\.(?:html|xml|json|csv|ics)$/.test(path))
    .filter(([, bytes]) => FIELD_MARK.test(Buffer.from(bytes, 'latin1').toString()))
    .map(([path]) => path)
}

function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => one.get(path) !== other.get(path))
    .map((path) => `${path}: ${one.get(path)?.length ?? 'нет'} и ${other.get(path)?.length ?? 'нет'} байт`)
    .toSorted()
}
