import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

const READABLE = new Set(['.txt', '.md', '.csv', '.tsv', '.html', '.htm', '.docx', '.pdf'])

/** Files as given, folders replaced by the files in them that a roadmap may stand in, by name. */
export async function listRoadmapFiles(paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(paths.map(listOne))
  return files.flat()
}

async function listOne(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return [path]
  const names = await readdir(path, { recursive: true })
  return names
    .filter((name) => READABLE.has(extname(name).toLowerCase()))
    .toSorted((first, second) => first.localeCompare(second, 'ru'))
    .map((name) => join(path, name))
}
