import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OutputFolderError, buildRelease } from './build-release.ts'
import type { BuildResult } from './build-release.ts'
import { createFakeSite, fakeRules } from './test-doubles/fake-site.ts'
import { createMemorySource } from './test-doubles/memory-source.ts'
import { readFiles, readFoundPages } from './test-doubles/release-contents.ts'

const image = '/images/local/production/abc-100x50.png'
const practice = {
  _id: 'x1',
  _type: 'practice',
  slug: 'chitaem',
  title: `Читаем <img src="${image}?w=320&fm=webp"> <a href="/files/local/production/net.pdf">`,
}

const crashing = { ...practice, _id: 'x9', slug: 'x9', title: 'CRASH' }

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-build-'))
  await mkdir(join(folder, 'assets'))
})
afterEach(() => rm(folder, { recursive: true }))

function build(documents: { _id: string; _type: string }[]): Promise<BuildResult> {
  return buildRelease({
    source: createMemorySource(documents),
    bundle: { createSite: createFakeSite, assetsDir: join(folder, 'assets'), id: 'code' },
    rules: fakeRules,
    origin: 'https://example.ru',
    now: new Date('2026-09-01T09:00:00Z'),
    out: join(folder, 'out'),
    fetchFile: async (path) => (path === image ? new Uint8Array([1, 2, 3]) : null),
  })
}

test('writes pages, search and the images that pages name, in full size', async () => {
  expect(await build([practice])).toEqual({ pages: 5, files: 1, failures: [], rejected: [] })
  const out = join(folder, 'out')
  expect((await readFiles(out)).get('praktiki/chitaem/index.html')).toContain('Читаем')
  expect([...(await readFoundPages(out)).keys()]).toEqual(['/praktiki/chitaem/'])
  expect([...(await readFile(join(out, image)))]).toEqual([1, 2, 3])
  expect((await readdir(folder)).toSorted()).toEqual(['assets', 'out'])
})

test('replaces an earlier build as a whole', async () => {
  await build([practice])
  await build([{ ...practice, _id: 'x2', _type: 'organization' }])
  const files = await readFiles(join(folder, 'out'))
  expect(files.has('praktiki/chitaem/index.html')).toBe(false)
  expect(files.has('organizacii/chitaem/index.html')).toBe(true)
})

test('does not touch a folder that holds something else', async () => {
  await mkdir(join(folder, 'out'))
  await writeFile(join(folder, 'out/photo.jpg'), 'важное')
  await expect(build([practice])).rejects.toThrow(OutputFolderError)
  expect(await readFile(join(folder, 'out/photo.jpg'), 'utf8')).toBe('важное')
})

test('reports what could not be shown', async () => {
  const result = await build([practice, crashing])
  expect(result.failures).toMatchObject([{ path: '/praktiki/x9/' }])
})
