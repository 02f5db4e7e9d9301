import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve, sep } from 'node:path'
import { READABLE_EXTENSIONS } from '#content/roadmap-import/readable-formats.ts'

/** A file that a roadmap may stand in. */
export interface RoadmapFile {
  path: string
  /** The path from the folder that was given, with `/`; the path itself for a file that was given. */
  name: string
}

/** Read all the same, so that the report says what to do with them. */
const TOLD_ABOUT = ['.doc', '.xls', '.ppt', '.pptx', '.odp', '.pages', '.djvu', '.zip', '.rar', '.7z']
const LISTED = new Set([...READABLE_EXTENSIONS, ...TOLD_ABOUT])

/**
 * Files as given, folders replaced by the files in and under them that a roadmap may stand in, by name. Hidden files,
 * the locks of office programs and what lies in `leaveOut` do not count.
 */
export async function listRoadmapFiles(
  paths: readonly string[],
  leaveOut: string | null,
): Promise<RoadmapFile[]> {
  const lists = await Promise.all(paths.map((path) => listOne(path, paths.length === 1, leaveOut)))
  return lists.flat()
}

/** Whether a path names a folder; false when there is nothing. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

async function listOne(path: string, alone: boolean, leaveOut: string | null): Promise<RoadmapFile[]> {
  if (!(await isFolder(path))) return [{ path, name: path }]
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory() && LISTED.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isHidden(file.slice(path.length)) && !isInside(file, leaveOut))
    .toSorted((first, second) => first.localeCompare(second, 'ru', { numeric: true }))
    .map((file) => ({ path: file, name: (alone ? relativeName(path, file) : file).replaceAll(sep, '/') }))
}

function relativeName(folder: string, file: string): string {
  return resolve(file)
    .slice(resolve(folder).length)
    .replace(/^[/\\]/, '')
}

/** «.git/…», «~$карта.docx»: made by programs, not by people. */
function isHidden(path: string): boolean {
  return (
    path.split(/[/\\]/).some((part) => part.startsWith('.') && part !== '.' && part !== '..') ||
    basename(path).startsWith('~$')
  )
}

function isInside(file: string, folder: string | null): boolean {
  return folder !== null && `${dirname(resolve(file))}${sep}`.startsWith(`${resolve(folder)}${sep}`)
}
