import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SiteChanges } from '../site-bundle/built-site.ts'
import { author, openPublishingScene, practice, school } from '../test-doubles/publishing-scene.ts'
import type { PublishingScene } from '../test-doubles/publishing-scene.ts'
import { readFiles, readFoundPages } from '../test-doubles/release-contents.ts'
import { startCrew } from './render-crew.ts'
import { isFinished } from './render-page.ts'

const MANY = 160
const many = Array.from({ length: MANY }, (_, number) => ({
  ...practice,
  _id: `m${number}`,
  slug: `m-${number}`,
  title: `Практика ${number}`,
}))

let scene: PublishingScene

beforeEach(async () => {
  scene = await openPublishingScene([school, author, ...many], { pagesOfCrew: 20 })
})
afterEach(() => scene.close())

/** A folder from which threads load the site of this module. */
async function writeBundle(module: string): Promise<string> {
  const dir = join(scene.dataDir, 'bundle')
  await mkdir(join(dir, 'server'), { recursive: true })
  await writeFile(join(dir, 'server/entry.mjs'), module)
  await writeFile(join(dir, 'inputs.sha256'), 'code-1')
  return dir
}

function rename(name: string): SiteChanges {
  return { upsert: [{ ...author, name }] }
}

const fakeSite = pathToFileURL(join(import.meta.dirname, '../test-doubles/fake-site.ts')).href
const fakeSiteModule = `export { createFakeSite as createSite } from '${fakeSite}'`

async function contents() {
  const { publicDir } = scene.publisher
  return [await readFiles(publicDir), await readFoundPages(publicDir)]
}

test('a crew renders pages as of the changes it has heard of, and says which changed since', async () => {
  const documents = [school, author, ...many.slice(0, 3)]
  const site = { origin: 'https://example.ru', today: '2026-09-01', documents }
  const crew = startCrew({ bundleDir: await writeBundle(fakeSiteModule), site })
  try {
    await expect.poll(() => crew.isReady, { timeout: 20_000 }).toBe(true)
    crew.apply(rename('Петрова Б.Б.'), ['doc:p1'])
    crew.render(1, ['/praktiki/m-0/', '/robots.txt'])
    crew.apply(rename('Сидорова В.В.'), ['doc:p1'])
    const [first] = await crew.collect(20_000)
    expect(first).toMatchObject({ piece: 1, pages: [{ path: '/robots.txt' }], outdated: ['/praktiki/m-0/'] })
    crew.render(2, ['/praktiki/m-0/', '/net/'])
    const [second] = await crew.collect(20_000)
    const [page, missing] = second?.pages ?? []
    expect(Buffer.from(page !== undefined && isFinished(page) ? page.bytes : []).toString()).toContain(
      'Сидорова',
    )
    expect([missing, second?.outdated]).toMatchObject([{ path: '/net/' }, []])
  } finally {
    await crew.close()
  }
})

test('a change of very many pages, and what changes meanwhile, is published exactly', async () => {
  await scene.restart({ dir: await writeBundle(fakeSiteModule) })
  for (let edit = 0; edit < 20; edit += 1) {
    const number = (edit * 7) % MANY
    scene.source.put({ ...practice, _id: `m${number}`, slug: `m-${number}`, title: `Правка ${edit}` })
    if (edit % 10 === 0) scene.source.put({ ...author, name: `Петрова ${edit}` })
    if (edit % 13 === 0) scene.source.remove(`m${MANY - 1 - edit}`)
    await expect.poll(() => scene.publisher.status().waiting, { interval: 1, timeout: 20_000 }).toBe(0)
  }
  await scene.publisher.whenIdle()
  const incremental = await contents()
  await scene.restart({ id: 'code-2' })
  expect(incremental).toEqual(await contents())
  expect(scene.errors).toEqual([])
})

test('threads that cannot render leave it to the publisher, and that is reported', async () => {
  const dir = await writeBundle('export const createSite = () => { throw new Error("no site here") }')
  await scene.restart({ dir })
  await scene.put({ ...author, name: 'Петрова Б.Б.' })
  const pages = [...(await readFiles(scene.publisher.publicDir))]
  expect(pages.filter(([, html]) => html.includes('Петрова Б.Б.'))).toHaveLength(MANY)
  expect(scene.publisher.status()).toMatchObject({ state: 'idle', pendingPages: 0 })
})

test('a page that somebody asks for is rendered before the others', async () => {
  scene.source.put({ ...author, name: 'Петрова Б.Б.' })
  await expect
    .poll(() => scene.publisher.status().pendingPages, { interval: 1, timeout: 20_000 })
    .toBeGreaterThan(60)
  const last = join(scene.publisher.publicDir, `praktiki/m-${MANY - 1}/index.html`)
  await scene.publisher.renderBeforeOthers(`/praktiki/m-${MANY - 1}/`)
  expect(scene.publisher.status().pendingPages).toBeGreaterThan(0)
  expect(await readFile(last, 'utf8')).toContain('Петрова Б.Б.')
})
