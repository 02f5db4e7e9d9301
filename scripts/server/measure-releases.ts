import { execFile } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A country has a million files; counting them takes seconds. */
const MEASURED_AT_MOST_EVERY_MS = 5 * 60_000

/** Disk space in bytes; null where the system does not tell. */
export interface DiskUse {
  /** Taken by all releases; files that releases share count once. */
  releases: number | null
  free: number | null
}

let measured: { folder: string; at: number; bytes: Promise<number | null> } | null = null

/** @param publicDir folder of the files of one of the releases */
export async function measureReleases(publicDir: string): Promise<DiskUse> {
  const folder = resolve(dirname(publicDir), '..')
  const isFresh = measured?.folder === folder && performance.now() - measured.at < MEASURED_AT_MOST_EVERY_MS
  if (!isFresh) measured = { folder, at: performance.now(), bytes: countBytes(folder) }
  const space = await statfs(folder).catch(() => null)
  return { releases: (await measured?.bytes) ?? null, free: space && space.bavail * space.bsize }
}

async function countBytes(folder: string): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('du', ['-sk', `${folder}/.`])
    return Number.parseInt(stdout, 10) * 1024
  } catch {
    return null
  }
}
