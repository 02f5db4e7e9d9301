import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushTree } from '#publisher/release/durable-files.ts'
import { CommandError } from '../command-line.ts'
import { lockDataFolder } from '../data-folder/folder-lock.ts'
import { nameOfCopy } from './copy-name.ts'
import { findDamagedFiles, readManifest } from './manifest.ts'

const INCOMING = '.restoring'
const SET_ASIDE = '.before-restore-'
const LOCK = 'process.lock'

/** What a restore did. */
export interface RestoreResult {
  files: number
  bytes: number
  /** Where the data that was there before went; null when the folder was empty. */
  setAside: string | null
}

/**
 * Brings a backup into a data folder and compares every byte with the manifest, before and after copying. What was
 * there before is set aside inside the folder, never deleted; without `force` the folder must be empty.
 *
 * @throws {CommandError} when the backup is damaged, the folder is in use or not empty; nothing has changed then
 */
export async function restoreBackup(
  backupDir: string,
  dataDir: string,
  { force, now }: { force: boolean; now: Date },
): Promise<RestoreResult> {
  const manifest = await readManifest(backupDir)
  await refuseDamage(backupDir, manifest, `Копия ${backupDir} повреждена`)
  const unlock = lockDataFolder(dataDir)
  try {
    const present = (await readdir(dataDir)).filter((name) => name !== LOCK && !name.startsWith('.'))
    if (present.length > 0 && !force) {
      throw new CommandError(
        `В папке ${dataDir} уже есть данные. Чтобы заменить их копией (прежние останутся рядом), добавьте --force.`,
      )
    }
    const incoming = join(dataDir, INCOMING)
    await rm(incoming, { recursive: true, force: true })
    for (const { path } of manifest.files) {
      await mkdir(dirname(join(incoming, path)), { recursive: true })
      await copyFile(join(backupDir, path), join(incoming, path))
    }
    await refuseDamage(incoming, manifest, 'При копировании данные исказились')
    await flushTree(incoming)
    const setAside = present.length === 0 ? null : join(dataDir, `${SET_ASIDE}${nameOfCopy(now)}`)
    if (setAside !== null) await moveInto(dataDir, present, setAside)
    await moveInto(incoming, await readdir(incoming), dataDir)
    await rm(incoming, { recursive: true, force: true })
    await refuseDamage(dataDir, manifest, 'Восстановленные данные не совпали с копией')
    return {
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { size }) => sum + size, 0),
      setAside,
    }
  } finally {
    unlock()
  }
}

async function refuseDamage(
  folder: string,
  manifest: Awaited<ReturnType<typeof readManifest>>,
  message: string,
): Promise<void> {
  const damaged = await findDamagedFiles(folder, manifest)
  if (damaged.length > 0) throw new CommandError(`${message}: ${damaged.join(', ')}.`)
}

async function moveInto(from: string, names: readonly string[], to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of names) await rename(join(from, name), join(to, name))
}
