import { globSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openExampleSite, type ExampleSite } from '#scripts/site-checks/open-example-site.ts'
import { TEMPLATES } from '#scripts/site-checks/templates.ts'
import { readPattern } from '#site/content/static-paths.ts'
import { readRelease } from './read-release.ts'

// The release of the examples as its files are: what no single page can show.

const ROOT = dirname(dirname(import.meta.dirname))
/** Stands in practices, on a roadmap and all that is made of it. */
const PERSON = 'person-podsolnuhova-i-v-mbou-licej-3'
/** As it begins in every case, and as search and addresses write it. */
const NAME = /подсолнухов|podsolnuhov/iu
const SLOW_MS = 180_000
/** Brotli, styles included, pictures not: one first round trip. */
const PAGE_BYTES = 14_000
/** Brotli; the search has a budget of its own. */
const SCRIPT_BYTES = 3_000

let site: ExampleSite
let files: Map<string, string>
let pages: Page[]

interface Page {
  readonly path: string
  readonly html: string
  readonly tree: DefaultTreeAdapterTypes.Document
}

beforeAll(async () => {
  site = await openExampleSite()
  files = await readRelease(site.publisher.publicDir)
  pages = [...files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, html]) => ({ path: `/${path.replace(/index\.html$/, '')}`, html, tree: parse(html) }))
}, SLOW_MS)
afterAll(() => site.close())

test('every template of the site has a page among those that are looked at', () => {
  const looked = new Set<string>(Object.values(TEMPLATES))
  const templates = globSync('**/*.astro', { cwd: join(ROOT, 'site/pages') })
  const unseen = templates.filter((file) => {
    const pattern = file === 'index.astro' ? /^\/$/ : readPattern(file.replace(/(?:\/index)?\.astro$/, ''))
    return ![...looked].some((path) => pattern.test(path) || (file === '404.astro' && path === '/404.html'))
  })
  expect(unseen).toEqual([])
  expect([...looked].filter((path) => !pages.some((page) => page.path === path))).toEqual([])
})

test('pages are valid HTML', { timeout: SLOW_MS }, async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader([], {
      root: true,
      extends: ['html-validate:recommended'],
      rules: {
        'attribute-boolean-style': 'off',
        'doctype-style': 'off',
        'form-dup-name': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
      },
    }),
  )
  const problems: string[] = []
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html)
    for (const { messages } of results)
      problems.push(...messages.map(({ ruleId, message }) => `${path} ${ruleId} ${message}`))
  }
  expect(problems).toEqual([])
})

test('no link is broken: pages, anchors, files, pictures', { timeout: SLOW_MS }, async () => {
  const anchors = new Map(pages.map(({ path, tree }) => [path, new Set(valuesOf(tree, ['id']))]))
  const uploads = new Set<string>()
  const broken: string[] = []
  for (const { path, tree } of pages) {
    for (const href of new Set(valuesOf(tree, ['href', 'src', 'srcset', 'action']))) {
      if (/^(?:mailto:|tel:)/.test(href)) continue
      const target = new URL(href.split(' ')[0] ?? '', site.origin + path)
      if (target.origin !== site.origin) continue
      if (/^\/(?:images|files)\//.test(target.pathname)) uploads.add(target.pathname)
      else {
        const found = decodeURI(target.pathname)
        const file = found.endsWith('/') ? `${found}index.html` : found
        const anchor = decodeURIComponent(target.hash.slice(1))
        if (!files.has(file.slice(1)) || (anchor !== '' && !anchors.get(found)?.has(anchor)))
          broken.push(`${path} → ${href}`)
      }
    }
  }
  for (const upload of uploads) {
    const { status } = await fetch(site.origin + upload, { method: 'HEAD' })
    if (status !== 200) broken.push(`${upload}: ${status}`)
  }
  expect(uploads.size).toBeGreaterThan(10)
  expect(broken).toEqual([])
})

test('pages and their scripts keep within their budgets', async () => {
  const { publicDir } = site.publisher
  const sizeOf = async (path: string) => (await stat(join(publicDir, `${path}.br`))).size
  const heavy: string[] = []
  for (const { path, tree } of pages) {
    const bytes = await sizeOf(path.endsWith('/') ? `${path}index.html` : path)
    if (bytes > PAGE_BYTES) heavy.push(`${path}: ${bytes}`)
    if (path === TEMPLATES.search) continue
    const scripts = valuesOf(tree, ['src']).filter((source) => source.endsWith('.js'))
    const loaded = (await Promise.all(scripts.map(sizeOf))).reduce((sum, size) => sum + size, 0)
    if (loaded > SCRIPT_BYTES) heavy.push(`${path}: scripts of ${loaded}`)
  }
  expect(heavy).toEqual([])
})

test('every page says what it is: title, description, address, picture', () => {
  const titles = new Map<string, string>()
  const faults: string[] = []
  for (const { path, html } of pages) {
    const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? []
    const meta = (name: string) =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? ''
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? ''
    const twin = titles.get(title)
    titles.set(title, path)
    if (twin !== undefined) faults.push(`${path} has the title of ${twin}`)
    if (title.length < 5) faults.push(`${path} has no title`)
    if (meta('description').length < 20) faults.push(`${path} has no description`)
    if (path !== '/404.html' && !isEmbed(path) && canonical !== site.origin + path)
      faults.push(`${path} calls itself ${canonical}`)
    if (meta('og:title') === '') faults.push(`${path} has no words for links`)
  }
  expect(faults).toEqual([])
})

test('facts for machines are of known types and hold what those need', () => {
  const faults = pages.flatMap(({ path, html }) => {
    const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? []
    if (json === undefined) return isEmbed(path) ? [] : [`${path} has none`]
    const read = structuredData.safeParse(JSON.parse(json))
    return read.success ? [] : [`${path}: ${read.error.message}`]
  })
  expect(faults).toEqual([])
})

test('other sites may show blocks in a frame, and nothing else', async () => {
  expect(await policyOf(TEMPLATES.embed)).toContain('frame-ancestors *')
  expect(await policyOf(TEMPLATES.organization)).toContain("frame-ancestors 'self'")
})

test('the sitemap names every page once', () => {
  const named = [...(files.get('sitemap.xml') ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address]) => address,
  )
  const indexed = pages
    .filter(({ path, html }) => !isEmbed(path) && !html.includes('content="noindex"'))
    .map(({ path }) => site.origin + path)
  expect(new Set(named)).toEqual(new Set(indexed))
  expect(named.length).toBe(indexed.length)
})

test('a withdrawn name is in no file of the release after one publish', { timeout: SLOW_MS }, async () => {
  const named = [...files].filter(([, text]) => NAME.test(text)).map(([path]) => path)
  for (const kind of [
    /^praktiki\/.*html$/,
    /karta\/.*html$/,
    /\.docx$/,
    /\.ics$/,
    /\.csv$/,
    /\.json$/,
    /pagefind\/.*fragment/,
  ])
    expect([kind, named.some((path) => kind.test(path))]).toEqual([kind, true])

  await site.client.patch(PERSON).set({ 'consent.withdrawn': '2026-11-20' }).commit()
  const practice = `${site.origin}/praktiki/urok-na-dvoih/`
  await expect.poll(async () => (await fetch(practice)).text(), { timeout: 30_000 }).not.toMatch(NAME)
  await site.publisher.whenIdle()

  const after = await readRelease(site.publisher.publicDir)
  expect([...after].filter(([, text]) => NAME.test(text)).map(([path]) => path)).toEqual([])
  // Letters of a picture cannot be read: that no name was drawn shows in pictures that stay as they were.
  const pictures = [...files].filter(([path]) => path.endsWith('.png'))
  expect(pictures.length).toBeGreaterThan(3)
  expect(pictures.filter(([path, bytes]) => after.get(path) !== bytes).map(([path]) => path)).toEqual([])
})

const thing = z.looseObject({ name: z.string().min(1), url: z.url(), inLanguage: z.literal('ru') })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/)
const structuredData = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(
    z.discriminatedUnion('@type', [
      z.object({
        '@type': z.literal('BreadcrumbList'),
        itemListElement: z
          .array(
            z.object({
              '@type': z.literal('ListItem'),
              position: z.number(),
              name: z.string().min(1),
              item: z.url(),
            }),
          )
          .min(1),
      }),
      thing.extend({
        '@type': z.enum([
          'WebPage',
          'WebSite',
          'CollectionPage',
          'Collection',
          'AdministrativeArea',
          'ItemList',
          'DefinedTermSet',
        ]),
      }),
      thing.extend({ '@type': z.literal('EducationalOrganization'), alternateName: z.string() }),
      thing.extend({ '@type': z.enum(['Article', 'NewsArticle', 'SocialMediaPosting']), datePublished: day }),
      thing.extend({
        '@type': z.enum(['LearningResource', 'CreativeWork', 'DigitalDocument', 'Dataset']),
      }),
    ]),
  ),
})

/** Who may show a page in a frame, and more. */
async function policyOf(path: string): Promise<string> {
  return (await fetch(site.origin + path)).headers.get('content-security-policy') ?? ''
}

/** Blocks for other sites stand for the page of their organisation. */
function isEmbed(path: string): boolean {
  return path.endsWith('/vstavka/')
}

/** Values of these attributes anywhere in a page; of `srcset` each address. */
function valuesOf(node: DefaultTreeAdapterTypes.ParentNode, names: readonly string[]): string[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return []
    const own = child.attrs
      .filter(({ name }) => names.includes(name))
      .flatMap(({ name, value }) => (name === 'srcset' ? value.split(', ') : [value]))
    return [...own, ...valuesOf(child, names)]
  })
}
