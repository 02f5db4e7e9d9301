import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { beforeAll, expect, test } from 'vitest'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { activityOf, deadlineOf, fixtureDocuments, roadmap } from '#site/content/site.fixture.ts'
import { buildProjectBundle } from './example-lake.ts'

// The page of a roadmap as the built site gives it: what is in it without a browser, and what it weighs.

const PAGE = '/organizacii/licej-2/karta/2024-2025/'
/** Scripts of a page together, brotli. */
const MAX_SCRIPT_BYTES = 3_000

let bundle: SiteBundle

beforeAll(async () => {
  bundle = await loadBundle(await buildProjectBundle())
}, 120_000)

async function render(
  options: { forEditors?: boolean; stages?: (typeof roadmap)['stages'] } = {},
): Promise<string> {
  const { stages = roadmap.stages, forEditors = false } = options
  const documents = [...fixtureDocuments.filter(({ _id }) => _id !== roadmap._id), { ...roadmap, stages }]
  const site = bundle.createSite({
    origin: 'https://kopilka.example',
    today: '2025-03-15',
    documents: documents.map((document) => ({ ...document })),
    forEditors,
  })
  const { body } = await site.render(PAGE)
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

test('every row has its words, its deadline and its place on the line of time', async () => {
  const rows = findAll(parse(await render()), (element) => hasClass(element, 'row'))
  const activities = roadmap.stages.flatMap((stage) => stage.activities ?? [])
  expect(rows.map((row) => attribute(row, 'id'))).toEqual(activities.map(({ _key }) => _key))
  for (const row of rows) {
    const drawn = findAll(row, ({ tagName }) => tagName === 'path').map((path) => attribute(path, 'd'))
    expect(drawn.filter((path) => /^M[\d.]+ [\d.]+h[\d.]+/.test(path))).not.toEqual([])
  }
})

test('table, cards and line of time are chosen without a script', async () => {
  const radios = findAll(parse(await render()), (element) => attribute(element, 'type') === 'radio')
  expect(radios.map((radio) => attribute(radio, 'id'))).toEqual(['view-table', 'view-cards', 'view-line'])
})

test('a plan without dates has no line of time', async () => {
  const stages = [
    { _type: 'stage' as const, _key: 's1', activities: [activityOf('s1a1', 'Провести семинар')] },
  ]
  const html = await render({ stages })
  expect(html).not.toContain('view-line"')
  expect(html).toContain('Провести')
})

test('what should be checked is told to editors only', async () => {
  const deadlines = [deadlineOf('Май 2025', 'month', '2025-05-01', '2025-05-31')]
  const lonely = activityOf('s1a1', 'Провести семинар', { deadlines, responsible: [] })
  const stages = [{ _type: 'stage' as const, _key: 's1', activities: [lonely] }]
  expect(await render({ stages, forEditors: true })).toContain('Ответственный не указан')
  expect(await render({ stages })).not.toContain('Ответственный не указан')
})

test('files are saved under names that people understand', async () => {
  const links = findAll(parse(await render()), (element) => attribute(element, 'download') !== '')
  expect(links.map((link) => attribute(link, 'download'))).toEqual(
    ['docx', 'csv', 'json'].map((kind) => `Дорожная карта, Лицей № 2, 2024-2025.${kind}`),
  )
})

test('the scripts of the page are a small addition', async () => {
  const scripts = findAll(parse(await render()), ({ tagName }) => tagName === 'script')
  const sources = scripts.map((script) => attribute(script, 'src')).filter((source) => source !== '')
  expect(sources.length).toBeGreaterThan(0)
  const files = await Promise.all(sources.map((source) => readFile(join(bundle.assetsDir, source))))
  const bytes = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0)
  expect(bytes).toBeLessThanOrEqual(MAX_SCRIPT_BYTES)
})

type Node = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

function findAll(node: Node, fits: (element: Element) => boolean): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return []
    return [...(fits(child) ? [child] : []), ...findAll(child, fits)]
  })
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class').split(' ').includes(name)
}
