import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import { toPublicDocument } from '#content/privacy/public-document.ts'
import type { LakeDocument } from '#content/documents/content-document.ts'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { buildProjectBundle, PROJECT_ROOT } from '#scripts/site-checks/example-lake.ts'

// From a file to its page: what the document says must be what readers see.

const SHARED = join(PROJECT_ROOT, '../shared')
const present = existsSync(SHARED)
const FOLDER = present ? join(SHARED, 'seeds') : join(PROJECT_ROOT, 'examples/roadmaps')
if (!present)
  process.stderr.write('seeds.test.ts: папки ../shared нет, карты читаются из examples/roadmaps\n')

const TODAY = '2026-11-21'
const STAMP = { _rev: 'seed', _createdAt: '2026-08-20T09:00:00Z', _updatedAt: '2026-08-20T09:00:00Z' }

/** What a perfect reading of the files says, by the beginning of their names. */
const gold = z
  .record(
    z.string(),
    z.object({
      title: z.string().nullable(),
      period: z.tuple([z.string(), z.string()]).nullable(),
      rows: z.array(z.object({ deadlines: z.array(z.string()), responsibles: z.array(z.string()) })),
    }),
  )
  .parse(present ? JSON.parse(readFileSync(join(SHARED, 'gold/seeds.json'), 'utf8')) : {})

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))
let bundle: SiteBundle
beforeAll(async () => {
  bundle = await loadBundle(await buildProjectBundle())
}, 300_000)

test.each(files)('the page of %s says what the document says', async (name) => {
  const { roadmap, persons } = readFileDocuments(name)
  const { page, support } = await renderPages(name, true)
  const rows = new Map(
    findAll(page, ({ tagName }) => tagName === 'tr').map((row) => [attribute(row, 'id'), row]),
  )
  const whole = lettersOf(page)

  expect(whole).toContain(letters(roadmap.title))
  // «2022/23 учебный год» leaves out the century.
  const years = [roadmap.period?.start, roadmap.period?.end].map((day) => day?.slice(2, 4) ?? '')
  for (const year of years) expect(lettersOf(headingOf(page))).toContain(year)
  const activities = roadmap.stages.flatMap((stage) => stage.activities)
  expect(activities.length).toBeGreaterThan(7)
  for (const activity of activities) {
    const row = rows.get(activity._key)
    expect(row === undefined ? activity.text : lettersOf(row)).toContain(letters(activity.text))
    for (const { verbatim } of activity.deadlines ?? [])
      expect(lettersOf(row ?? page)).toContain(letters(verbatim))
    for (const person of activity.responsible.flatMap((one) => one.persons ?? [])) {
      const named = persons.find(({ _id }) => _id === person._ref)?.name ?? 'nobody'
      expect(whole).toContain(letters(named))
    }
    for (const paper of [...(activity.documents ?? []), ...(activity.results ?? [])])
      expect(whole).toContain(letters(paper))
    expect(lettersOf(support)).toContain(letters(activity.text))
  }
})

const judged = files.flatMap((name) => {
  const perfect = gold[name.slice(0, 3)]
  return perfect === undefined ? [] : [{ name, perfect }]
})
test.each(judged)('the page of $name says what people read in the document', async ({ name, perfect }) => {
  const { page } = await renderPages(name, true)
  const whole = lettersOf(page)
  expect(whole).toContain(letters(perfect.title ?? ''))
  for (const year of perfect.period ?? []) expect(whole).toContain(year.slice(0, 4))
  for (const { deadlines, responsibles } of perfect.rows)
    for (const words of [...deadlines, ...responsibles.flatMap((one) => one.split(/[\s,]+/))])
      expect(whole).toContain(letters(words))
})

test.each(files)('the page of %s names nobody without consent, but says who is in charge', async (name) => {
  const { roadmap, persons } = readFileDocuments(name)
  const { page, support } = await renderPages(name, false)
  const whole = lettersOf(page) + lettersOf(support)
  const surnames = persons.map((person) => letters(person.name.split(' ')[0] ?? ''))
  expect(surnames.filter((surname) => whole.includes(surname))).toEqual([])
  const roles = roadmap.stages
    .flatMap((stage) => stage.activities)
    .flatMap((activity) => activity.responsible ?? [])
    .flatMap(({ roles: some, bodies }) => [...some, ...bodies])
  for (const role of roles) expect(whole).toContain(letters(role))
})

function readFileDocuments(name: string) {
  const reading = readRoadmap(readFileSync(join(FOLDER, name)))
  return outlineToDocuments(reading, { fallbackName: basename(name, '.txt') })
}

/** Pages of a roadmap file, published as it was read. */
async function renderPages(name: string, consented: boolean) {
  const { roadmap, organization, region, persons } = readFileDocuments(name)
  const owner = organization ?? (roadmap.region === undefined ? null : region)
  // A document that names no organisation is given one by the editor.
  const given = {
    _id: 'organization-given',
    _type: 'organization',
    name: 'Школа',
    slug: { _type: 'slug', current: 'shkola' },
    kind: 'school',
    level: 'organization',
  }
  const consent = { consent: { _type: 'consent', scope: ['name'], date: '2026-01-01' } }
  const documents: LakeDocument[] = [
    { ...roadmap, ...(owner === null && { organization: { _type: 'reference', _ref: given._id } }) },
    ...(owner === null ? [given] : [owner]),
    ...persons.map((person) => ({ ...person, ...(consented && consent) })),
  ].map((document) => ({ ...document, ...STAMP }))
  const stored = new Map(documents.map((document) => [document._id, document]))
  const site = bundle.createSite({
    origin: 'https://kopilka.example',
    today: TODAY,
    documents: documents.flatMap(
      (document) => toPublicDocument(document, { today: TODAY, get: (id) => stored.get(id) }) ?? [],
    ),
  })
  const path = [...site.urls()].find((url) => /\/karta\/[^/]+\/$/.test(url)) ?? 'no page'
  const read = async (url: string) => {
    const { status, body } = await site.render(url)
    expect([url, status]).toEqual([url, 200])
    const tree = parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
    return findAll(tree, ({ tagName }) => tagName === 'main')[0] ?? tree
  }
  return { page: await read(path), support: await read(`${path}informacionnaya-podderzhka/`) }
}

type Node = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

function findAll(node: Node, fits: (element: Element) => boolean): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return []
    return [...(fits(child) ? [child] : []), ...findAll(child, fits)]
  })
}

function headingOf(page: Node): Node {
  return findAll(page, ({ tagName }) => tagName === 'h1')[0] ?? page
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

function lettersOf(node: Node): string {
  return letters(textOf(node))
}

function textOf(node: Node): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? `${textOf(child)} ` : ''))
    .join('')
}

/** Words without what typography may change: case, spaces, dashes, quotes, «г.». */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/(?<!\p{L})(?:гг?|года?|годы)(?!\p{L})\.?/gu, '')
    .replaceAll(/[^\p{L}\d]/gu, '')
}
