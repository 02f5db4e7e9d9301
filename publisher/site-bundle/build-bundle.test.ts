import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BundleError, buildBundle } from './build-bundle.ts'
import { loadBundle } from './load-bundle.ts'

let root = ''
let builds = 0

/** Stands in for Astro: writes an entry that says from which page it was built. */
const FAKE_ASTRO = `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const out = process.argv[process.argv.indexOf('--outDir') + 1]
const page = readFileSync('site/page.astro', 'utf8')
if (page === 'broken') { console.error('page.astro: unexpected token'); process.exit(1) }
mkdirSync(out + '/server', { recursive: true })
writeFileSync(out + '/server/entry.mjs', 'export const createSite = () => ' + JSON.stringify(page + process.env.KOPILKA_BUNDLE))`

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kopilka-bundle-'))
  builds = 0
  await put('node_modules/astro/bin/astro.mjs', FAKE_ASTRO)
  await put('site/page.astro', 'one')
})
afterEach(() => rm(root, { recursive: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

function build(): Promise<string> {
  return buildBundle({ root, node: process.execPath, environment: {}, onBuild: countBuild })
}

function countBuild(): void {
  builds += 1
}

test('builds once for the same inputs', async () => {
  const first = await build()
  expect(await build()).toBe(first)
  expect(builds).toBe(1)
  const bundle = await loadBundle(first)
  expect(bundle.createSite({ origin: '', today: '', documents: [] })).toBe('one1')
  expect(bundle.id).toMatch(/^[0-9a-f]{64}$/)
})

test('builds anew when the code changes, and leaves the bundle that may be in use', async () => {
  const first = await build()
  await put('site/page.astro', 'two')
  const second = await build()
  expect(second).not.toBe(first)
  expect(await readFile(join(first, 'server/entry.mjs'), 'utf8')).toContain('one')
  await put('site/page.astro', 'one')
  expect(await build()).toBe(first)
  expect(builds).toBe(2)
})

test('a test beside the code is not an input', async () => {
  await build()
  await put('site/page.test.ts', 'expect(1).toBe(1)')
  await build()
  expect(builds).toBe(1)
})

test('several builds at once do not disturb each other', async () => {
  const [first, second] = await Promise.all([build(), build()])
  expect(first).toBe(second)
  expect((await loadBundle(first)).assetsDir).toBe(join(first, 'client'))
})

test('a build that fails says what the builder said, and leaves nothing', async () => {
  await put('site/page.astro', 'broken')
  await expect(build()).rejects.toThrow(BundleError)
  await expect(build()).rejects.toThrow('unexpected token')
  expect(await readdir(join(root, 'dist/site')).catch(() => [])).toEqual([])
})

test('the five last bundles are kept', async () => {
  for (let number = 0; number < 8; number += 1) {
    await put('site/page.astro', `page ${number}`)
    await build()
  }
  expect(await readdir(join(root, 'dist/site'))).toHaveLength(5)
})
