import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createIndex } from 'pagefind'
import type { PagefindIndex } from 'pagefind'
import { fileOfPath } from '../release/file-of-path.ts'
import { listFacets } from '#site/search/facets.ts'
import type { TitleRecord } from '#site/search/titles/title-record.ts'
import { listFragments } from './list-fragments.ts'
import { readTitle } from './read-title.ts'
import { searchHashOf, searchedPartOf } from './search-hash.ts'
import { writeCompressed } from './write-compressed.ts'
import { TITLES_FILE } from './write-titles.ts'

/** What every search loads. */
const PROGRAM = 'pagefind.js'
/** Files of Pagefind's own search box, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

const PAGES_AT_ONCE = 25
/** File of an index with the values by filter of its pages. */
const FACETS_FILE = 'facets.json'

/** A Pagefind index written into a release. */
export interface WrittenIndex {
  /** Name of its folder under `/pagefind/`, made from what it holds. */
  id: string
  /** The pages it holds with the hash of what was indexed of them. */
  pages: Map<string, string>
  /** The names under which it finds them. */
  fragments: Map<string, string>
}

/**
 * Indexes pages of a release as they are on the disk and writes the index to `pagefind/<id>/` of the release, unless
 * an index of the same pages is there. Pages that are gone meanwhile are left out.
 * @param pages path → hash of what is indexed
 * @throws when Pagefind reports an error; nothing readers see has changed then
 */
export async function writeIndex(
  publicDir: string,
  kind: 'base' | 'delta',
  pages: ReadonlyMap<string, string>,
): Promise<WrittenIndex> {
  const expected = idOf(kind, pages)
  const known = folderOfIndex(publicDir, expected)
  if (existsSync(known))
    return { id: expected, pages: new Map(pages), fragments: await readFragmentIds(known) }
  const { index, errors } = await createIndex({ forceLanguage: 'ru' })
  if (index === undefined) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`)
  try {
    const { indexed, titles } = await addPages(index, publicDir, [...pages.keys()])
    const id = idOf(kind, indexed)
    const folder = folderOfIndex(publicDir, id)
    const temporary = join(publicDir, 'pagefind', `.${id}.tmp`)
    await rm(temporary, { recursive: true, force: true })
    const written = await index.writeFiles({ outputPath: temporary })
    if (written.errors.length > 0) throw new Error(`Pagefind cannot write: ${written.errors.join('; ')}`)
    const fragments = await addFiles(temporary, titles)
    if (existsSync(folder)) await rm(temporary, { recursive: true })
    else await rename(temporary, folder)
    return { id, pages: indexed, fragments }
  } finally {
    await index.deleteIndex()
  }
}

/** Brings a folder of Pagefind's into the shape that browsers load. @returns names of fragments by path */
async function addFiles(indexDir: string, titles: readonly TitleRecord[]): Promise<Map<string, string>> {
  await deleteUnused(indexDir)
  const fragments = await readFragmentIds(indexDir)
  const facets = listFacets(titles.map(({ url, filters }) => ({ id: fragments.get(url) ?? '', filters })))
  await writeCompressed(join(indexDir, FACETS_FILE), JSON.stringify(facets))
  await writeCompressed(join(indexDir, PROGRAM), await readFile(join(indexDir, PROGRAM), 'utf8'))
  await writeCompressed(join(indexDir, TITLES_FILE), JSON.stringify(titles))
  return fragments
}

async function readFragmentIds(indexDir: string): Promise<Map<string, string>> {
  return new Map((await listFragments(indexDir)).map(({ id, url }) => [url, id]))
}

/** Where an index of a release lies. */
export function folderOfIndex(publicDir: string, id: string): string {
  return join(publicDir, 'pagefind', id)
}

/** @returns the pages that were there, with the hash of what was indexed, and their titles, in the order asked for */
async function addPages(
  index: PagefindIndex,
  publicDir: string,
  paths: string[],
): Promise<{ indexed: Map<string, string>; titles: TitleRecord[] }> {
  const indexed = new Map<string, string>()
  const titles: TitleRecord[] = []
  for (let from = 0; from < paths.length; from += PAGES_AT_ONCE) {
    const chunk = paths.slice(from, from + PAGES_AT_ONCE).map(async (path) => {
      const bytes = await readPage(publicDir, path)
      if (bytes === null) return null
      const { errors } = await index.addHTMLFile({ url: path, content: searchedPartOf(bytes) })
      if (errors.length > 0) throw new Error(`Pagefind cannot index ${path}: ${errors.join('; ')}`)
      return { path, hash: searchHashOf(bytes), title: readTitle(path, bytes.toString()) }
    })
    for (const page of await Promise.all(chunk)) {
      if (page === null) continue
      indexed.set(page.path, page.hash)
      titles.push(page.title)
    }
  }
  return { indexed, titles }
}

async function readPage(publicDir: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(publicDir, fileOfPath(path)))
  } catch {
    return null
  }
}

async function deleteUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name)) await rm(join(folder, name))
  }
}

function idOf(kind: 'base' | 'delta', pages: ReadonlyMap<string, string>): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([...pages]))
    .digest('hex')
  return `${kind}-${digest.slice(0, 12)}`
}
