import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStudio } from './build-studio.ts'
import { PREVIEW_SCRIPT } from './preview-script-plugin.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILD_MS = 120_000

/** Origins of other hosts that may stand in the built files, because nothing is fetched from them. */
const NOT_FETCHED: Readonly<Record<string, readonly string[]>> = {
  'names and examples in code': [
    'http://www.w3.org',
    'http://json-schema.org',
    'https://json-schema.org',
    'https://aomedia.org',
    'http://schemas.openxmlformats.org',
    'http://schemas.microsoft.com',
    'http://schemas.zwobble.org',
    'http://purl.oclc.org',
    'http://ns.adobe.com',
    'http://www.xfa.org',
    'http://www.ibm.com',
    'http://example.com',
    'https://foo.bar',
    'http://${',
    'https://acme.com',
    'https://example.com',
    'http://localhost',
    'http://localhost:4321',
    'http://sanity',
    'https://${',
    'http://[${',
    'https://школа.рф',
  ],
  'links that open when somebody follows them, and words of developers’ errors': [
    'https://www.sanity.io',
    'https://www.sanity.work',
    'https://sanity.io',
    'https://sanity.work',
    'https://www.sanity.${',
    'https://status.sanity.io',
    'https://snty.link',
    'https://github.com',
    'https://stackoverflow.com',
    'https://codepen.io',
    'https://react.dev',
    'https://react.i18next.com',
    'https://docs.sentry.io',
    'https://stuk.github.io',
    'https://rolldown.rs',
  ],
  'where the hosted lake answers, which the configuration replaces': [
    'https://api.sanity.io',
    'https://api.sanity.work',
    'https://cdn.sanity.io',
    'https://cdn.',
  ],
  'reports of errors, which are sent nowhere': ['https://8914c8dde7e1ebce191f15af8bf6b7b9@sentry.sanity.io'],
  'the staging hosts of the makers of the Studio': [
    'https://core.sanity-cdn.work',
    'https://sanity-cdn.work',
    'https://media.sanity.work',
  ],
  'the media library and its player, which are switched off': [
    'https://media.sanity.io',
    'https://sanity-cdn.com',
    'https://www.mux.com',
    'https://www.gstatic.com',
    'https://img.litix.io',
    'https://stream.',
    'https://stream.${',
    'https://image.${',
    'https://license.${',
  ],
}

let dir = ''
let outDir = ''
const options = () => ({ root: ROOT, projectId: 'local', environment: environmentOfTests(), outDir })

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kopilka-studio-'))
  outDir = join(dir, 'studio')
  await buildStudio(options())
}, BUILD_MS)
afterAll(() => rm(dir, { recursive: true, force: true }))

test('a second build finds the first', async () => {
  expect(await buildStudio(options())).toEqual({ outDir, rebuilt: false })
})

test('the page is Russian, names only its own origin and finds every file it names', async () => {
  const page = await readFile(join(outDir, 'index.html'), 'utf8')
  expect(page).toContain('<html lang="ru">')
  expect(page).not.toMatch(/https?:/)
  const named = [...page.matchAll(/(?:src|href)="([^"]+)"|url\(([^)]+)\)/g)].map(
    ([, link, url]) => link ?? url,
  )
  expect(named.length).toBeGreaterThan(4)
  const files = new Set(await filesOf(outDir))
  expect(named.filter((address) => !files.has(String(address).replace('/studio/', '')))).toEqual([])
})

test('no address of another host is left that anything would be fetched from', async () => {
  const allowed = new Set(Object.values(NOT_FETCHED).flat())
  const found = new Set<string>()
  for (const name of await filesOf(outDir)) {
    if (!/\.(js|css|html)$/.test(name)) continue
    const text = await readFile(join(outDir, name), 'utf8')
    for (const [address] of text.matchAll(/https?:\/\/[^\s"'`<>/?#\\)]+/g)) found.add(originOf(address))
  }
  expect([...found].filter((origin) => !allowed.has(origin))).toEqual([])
})

test('what the Studio would fetch from its makers is gone', async () => {
  const code = await allCode()
  for (const gone of [
    'core.sanity-cdn.com',
    '/vX/intake/',
    'design-system-static',
    'studio-static.sanity.io',
  ]) {
    expect({ gone, found: code.includes(gone) }).toEqual({ gone, found: false })
  }
  expect(code).not.toMatch(/@font-face[^}]*https?:/)
})

test('the script of preview pages stands where they ask for it, and each file has its compressed copy', async () => {
  const files = await filesOf(outDir)
  expect(files).toContain(PREVIEW_SCRIPT)
  const page = await readFile(join(outDir, 'index.html'))
  expect(brotliDecompressSync(await readFile(join(outDir, 'index.html.br')))).toEqual(page)
  const texts = files.filter((name) => /\.(js|css)$/.test(name))
  expect(texts.filter((name) => !files.includes(`${name}.br`))).toEqual([])
})

/** Of an address that is put together in code, what stands before its first hole. */
function originOf(address: string): string {
  return address.replace(/\$\{.*/, '${').replace(/[;,]+$/, '')
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

async function allCode(): Promise<string> {
  const names = (await filesOf(outDir)).filter((name) => /\.(js|css|html)$/.test(name))
  return (await Promise.all(names.map((name) => readFile(join(outDir, name), 'utf8')))).join('\n')
}

function environmentOfTests(): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: dir }
}
