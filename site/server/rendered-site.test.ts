import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublicDocument } from '../content/accept.ts'
import { activityOf, deadlineOf, fixtureDocuments, person, roadmap } from '../content/site.fixture.ts'
import type { RenderedFile, Site } from './create-site.ts'

// Only the bundle shows whether pages, components and endpoints fit together; everything below them has its own tests.
// What every page must be, valid, light and without broken links, is asked of the examples: tests/site-quality.

const root = fileURLToPath(new URL('../..', import.meta.url))
const origin = 'https://kopilka.example'
const today = '2025-03-15'

type CreateSite = (options: { origin: string; today: string; documents: Iterable<PublicDocument> }) => Site

let folder = ''
let createSite: CreateSite
let site: Site
const files = new Map<string, string>()

beforeAll(async () => {
  // Inside the project, so that the bundle finds its packages.
  await mkdir(join(root, '.cache'), { recursive: true })
  folder = await mkdtemp(join(root, '.cache/site-'))
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent', '--outDir', folder],
    {
      cwd: root,
      env: { KOPILKA_BUNDLE: '1', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    },
  )
  const bundle: unknown = await import(pathToFileURL(join(folder, 'server/entry.mjs')).href)
  if (!exportsCreateSite(bundle)) throw new TypeError('The bundle exports no createSite.')
  createSite = bundle.createSite
  site = createSite({ origin, today, documents: fixtureDocuments.map((document) => ({ ...document })) })
  for (const url of site.urls()) files.set(url, textOf(await site.render(url)))
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

test('every address of the site is rendered', async () => {
  for (const url of site.urls()) expect([url, (await site.render(url)).status]).toEqual([url, 200])
})

test.each(['/praktiki/unknown/', '/organizacii/licej-2/karta/1999/', '/unknown/', '/dannye/unknown.csv'])(
  'there is no %s',
  async (path) => {
    expect((await site.render(path)).status).toBe(404)
  },
)

test('no page runs inline scripts or asks another host for anything', () => {
  for (const [url, html] of pages()) {
    expect([url, html.match(/<script(?![^>]*(?:src=|ld\+json))[^>]*>/)]).toEqual([url, null])
    expect([
      url,
      html.match(/\s(?:src|srcset)="https?:|<link[^>]+rel="(?:stylesheet|preload)"[^>]+href="https?:/),
    ]).toEqual([url, null])
    expect([url, / (?:style|on\w+)="/.test(html)]).toEqual([url, false])
  }
})

test('a roadmap of 25 rows fits the first round trip, its styles included', async () => {
  const activities = Array.from({ length: 25 }, (_, index) =>
    activityOf(
      `s1a${index + 1}`,
      `Мероприятие ${index + 1}: ${roadmap.title} в ${index + 3} классах и группах`,
      {
        number: `1.${index + 1}`,
        deadlines: [
          deadlineOf(
            `до ${index + 1} мая 2025 г.`,
            'by-date',
            undefined,
            `2025-05-${String(index + 1).padStart(2, '0')}`,
          ),
        ],
        documents: [`приказ № ${index * 7 + 12}`],
        results: [`Справка по итогам работы ${index + 1}-й группы`],
      },
    ),
  )
  const long = { ...roadmap, stages: [{ _type: 'stage' as const, _key: 's1', title: 'Этап', activities }] }
  const documents = [...fixtureDocuments.filter(({ _id }) => _id !== roadmap._id), long].map((one) => ({
    ...one,
  }))
  const page = await createSite({ origin, today, documents }).render('/organizacii/licej-2/karta/2024-2025/')
  expect(brotliCompressSync(page.body).length).toBeLessThanOrEqual(14_000)
})

test('a withdrawn name leaves every file, and only files that read it', async () => {
  const changing = createSite({ origin, today, documents: fixtureDocuments.map((one) => ({ ...one })) })
  const before = new Map<string, RenderedFile>()
  for (const url of changing.urls()) before.set(url, await changing.render(url))
  const named = [...before].filter(([, file]) => textOf(file).includes('Иванова')).map(([url]) => url)
  expect(named.length).toBeGreaterThan(2)

  const { touched } = changing.apply({ remove: [person._id] })
  const unread: string[] = []
  for (const [url, file] of before) {
    const after = textOf(await changing.render(url))
    expect([url, after.includes('Иванова')]).toEqual([url, false])
    if (after !== textOf(file) && !file.reads.some((key) => touched.has(key))) unread.push(url)
  }
  expect(unread).toEqual([])
})

test('an incomplete draft does not break the pages around it', async () => {
  const draft: PublicDocument = { _id: 'draft', _type: 'practice' }
  const changing = createSite({
    origin,
    today,
    documents: [...fixtureDocuments.map((one) => ({ ...one })), draft],
  })
  expect((await changing.render('/praktiki/')).status).toBe(200)
})

test('what a page throws is told, not turned into another page', async () => {
  const [practice] = fixtureDocuments.filter(({ _type }) => _type === 'practice')
  const broken: PublicDocument = {
    ...practice,
    _id: 'broken',
    _type: 'practice',
    title: 5,
    slug: { current: 'broken' },
  }
  await expect(
    createSite({ origin, today, documents: [broken] }).render('/praktiki/broken/'),
  ).rejects.toThrow(TypeError)
})

function pages(): [string, string][] {
  return [...files].filter(([url]) => url.endsWith('/') || url.endsWith('.html'))
}

function textOf({ body }: RenderedFile): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

function exportsCreateSite(value: unknown): value is { createSite: CreateSite } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'createSite' in value &&
    typeof value.createSite === 'function'
  )
}
