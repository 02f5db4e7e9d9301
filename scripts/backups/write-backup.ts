import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { copyDatabase } from '#lake/store/copy-database.ts'
import { flushTree } from '#publisher/release/durable-files.ts'
import { CommandError } from '../command-line.ts'
import { MANIFEST, describeFile, readManifest } from './manifest.ts'
import type { BackedUpFile, Manifest } from './manifest.ts'

/**
 * Copies everything that cannot be made again (documents with their history, accounts, uploaded files) from a data
 * folder, also while a server works on it: each database as of one moment, files after the databases that name them.
 * The backup appears at `out` in one step.
 *
 * @param earlier a backup on the same disk: uploaded files that it has are linked, not copied once more
 * @throws {CommandError} when there is nothing to copy or something at `out` already
 */
export async function writeBackup(
  dataDir: string,
  out: string,
  now: Date,
  earlier?: string,
): Promise<Manifest> {
  const databases = existsSync(dataDir)
    ? (await readdir(dataDir)).filter((name) => name.endsWith('.sqlite'))
    : []
  if (databases.length === 0)
    throw new CommandError(`В папке ${dataDir} нет данных Копилки: копировать нечего.`)
  if (existsSync(out)) throw new CommandError(`${out} уже существует. Укажите новое место для копии.`)

  const kept = await readEarlier(earlier)
  const temporary = join(dirname(out), `.${basename(out)}.tmp`)
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true, mode: 0o700 })
  try {
    for (const name of databases) await copyDatabase(join(dataDir, name), join(temporary, name))
    await copyUploads(join(dataDir, 'assets'), join(temporary, 'assets'), kept)
    const paths = (await filesUnder(temporary)).toSorted()
    const files: BackedUpFile[] = []
    for (const path of paths) files.push(await describeFile(temporary, path))
    const manifest: Manifest = { format: 'kopilka-backup-1', createdAt: now.toISOString(), files }
    await writeFile(join(temporary, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await flushTree(temporary)
    await rename(temporary, out)
    return manifest
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw error
  }
}

/**
 * Uploaded files never change once they have their name; names with a dot are uploads under way.
 * @param kept files of an earlier backup by their paths, as it described them
 */
async function copyUploads(source: string, target: string, kept: EarlierFiles): Promise<void> {
  for (const path of await filesUnder(source)) {
    if (path.split('/').some((part) => part.startsWith('.'))) continue
    await mkdir(dirname(join(target, path)), { recursive: true })
    if (!(await linkUnharmed(kept, `assets/${path}`, join(target, path)))) {
      await copyFile(join(source, path), join(target, path))
    }
  }
}

interface EarlierFiles {
  folder: string
  files: ReadonlyMap<string, BackedUpFile>
}

async function readEarlier(folder: string | undefined): Promise<EarlierFiles> {
  if (folder === undefined) return { folder: '', files: new Map() }
  const { files } = await readManifest(folder)
  return { folder, files: new Map(files.map((file) => [file.path, file])) }
}

/** Whether a file of an earlier backup now stands at `target` too: it is not when it is not what it was then. */
async function linkUnharmed({ folder, files }: EarlierFiles, path: string, target: string): Promise<boolean> {
  const described = files.get(path)
  const actual = described && (await describeFile(folder, path).catch(() => null))
  if (!described || actual?.sha256 !== described.sha256) return false
  return link(join(folder, path), target).then(
    () => true,
    () => false,
  )
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
