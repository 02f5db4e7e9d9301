import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { flushFolder, flushTree } from './durable-files.ts'

const RELEASES_KEPT = 5
const RELEASE_NAME = /^\d{8}T\d{6}(-\d+)?$/

/** A release on disk: `public` is what readers get, `state` what the publisher needs to go on with it. */
export interface ReleaseFolder {
  /** Name of the release: when it was made, UTC, `20260901T080000`. */
  name: string
  publicDir: string
  stateDir: string
}

/** A release being made; nobody sees it until it is finished. */
export interface UnfinishedRelease extends ReleaseFolder {
  /**
   * Brings everything to the disk, makes the release the current one in one step, and deletes the oldest.
   * @returns the release at its final place
   */
  finish(): Promise<ReleaseFolder>
  /** Deletes what was written. */
  discard(): Promise<void>
}

/** The release readers see now; null before the first one. */
export async function findCurrentRelease(releasesDir: string): Promise<ReleaseFolder | null> {
  try {
    return folderOf(releasesDir, basename(await readlink(join(releasesDir, 'current'))))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Starts a new release; leftovers of releases that were never finished are deleted first. */
export async function beginRelease(releasesDir: string, at: Date): Promise<UnfinishedRelease> {
  await mkdir(releasesDir, { recursive: true })
  const existing = await readdir(releasesDir)
  for (const leftover of existing.filter((name) => name.startsWith('.'))) {
    await rm(join(releasesDir, leftover), { recursive: true, force: true })
  }
  const name = freeName(at, new Set(existing))
  const temporary = join(releasesDir, `.${name}.tmp`)
  await mkdir(join(temporary, 'public'), { recursive: true })
  await mkdir(join(temporary, 'state'))
  return {
    name,
    publicDir: join(temporary, 'public'),
    stateDir: join(temporary, 'state'),
    async finish() {
      await flushTree(temporary)
      await rename(temporary, join(releasesDir, name))
      await switchTo(releasesDir, name)
      await deleteOldReleases(releasesDir, name)
      return folderOf(releasesDir, name)
    },
    discard: () => rm(temporary, { recursive: true, force: true }),
  }
}

async function switchTo(releasesDir: string, name: string): Promise<void> {
  const link = join(releasesDir, '.current.tmp')
  await rm(link, { force: true })
  await symlink(name, link)
  await rename(link, join(releasesDir, 'current'))
  await flushFolder(releasesDir)
}

async function deleteOldReleases(releasesDir: string, current: string): Promise<void> {
  const names = (await readdir(releasesDir)).filter((name) => RELEASE_NAME.test(name)).toSorted()
  for (const name of names.slice(0, -RELEASES_KEPT)) {
    if (name !== current) await rm(join(releasesDir, name), { recursive: true, force: true })
  }
}

function folderOf(releasesDir: string, name: string): ReleaseFolder {
  const folder = join(releasesDir, name)
  return { name, publicDir: join(folder, 'public'), stateDir: join(folder, 'state') }
}

function freeName(at: Date, taken: ReadonlySet<string>): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  let name = stamp
  for (let number = 2; taken.has(name); number += 1) name = `${stamp}-${number}`
  return name
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
