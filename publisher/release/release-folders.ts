import { link, mkdir, readFile, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createGate } from '../at-most.ts'
import { flushFolder, flushTree } from './durable-files.ts'

const RELEASES_KEPT = 5
/** Names what readers see. */
const CURRENT = 'current'
/** Names what the publisher goes on with while readers are held at an older release. */
const FOLLOWED = 'followed'
const LINKS_AT_ONCE = 64
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

/** The release that follows the documents; null before the first one. */
export async function findFollowedRelease(releasesDir: string): Promise<ReleaseFolder | null> {
  return (await findLinked(releasesDir, FOLLOWED)) ?? findLinked(releasesDir, CURRENT)
}

/** The older release that readers are held at; null when they see the one that follows the documents. */
export async function findHeldRelease(releasesDir: string): Promise<ReleaseFolder | null> {
  const followed = await findLinked(releasesDir, FOLLOWED)
  const current = followed === null ? null : await findLinked(releasesDir, CURRENT)
  return current === null || current.name === followed?.name ? null : current
}

/** Every release on disk, the newest first. */
export async function listReleases(releasesDir: string): Promise<ReleaseFolder[]> {
  const names = await readdir(releasesDir).catch(() => [])
  const releases = names.filter((name) => RELEASE_NAME.test(name)).toSorted()
  return releases.toReversed().map((name) => folderOf(releasesDir, name))
}

/** When a release was made, from its name. */
export function madeAtOf(name: string): Date {
  const [, year, month, day, hours, minutes, seconds] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(name) ?? []
  return new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
}

/** Shows readers an older release from now on, in one step; what follows the documents goes on behind it. */
export async function holdAt(releasesDir: string, name: string): Promise<void> {
  const followed = await findFollowedRelease(releasesDir)
  if (followed !== null) await switchTo(releasesDir, FOLLOWED, followed.name)
  await switchTo(releasesDir, CURRENT, name)
}

/** Shows readers again, in one step, the release that follows the documents. */
export async function stopHolding(releasesDir: string): Promise<void> {
  const followed = await findLinked(releasesDir, FOLLOWED)
  if (followed === null) return
  await switchTo(releasesDir, CURRENT, followed.name)
  await rm(join(releasesDir, FOLLOWED), { force: true })
  await flushFolder(releasesDir)
}

/**
 * Keeps a release as it is now under a name of its own: files are linked, not copied, since a file of a release is
 * replaced and never written into. The caller sees to it that nothing changes meanwhile.
 */
export async function keepCopy(
  releasesDir: string,
  release: ReleaseFolder,
  at: Date,
): Promise<ReleaseFolder> {
  const name = freeName(at, new Set(await readdir(releasesDir)))
  const temporary = join(releasesDir, `.${name}.tmp`)
  await linkTree(join(releasesDir, release.name), temporary)
  await flushFolder(temporary)
  await rename(temporary, join(releasesDir, name))
  await flushFolder(releasesDir)
  await deleteOldReleases(releasesDir)
  return folderOf(releasesDir, name)
}

async function linkTree(from: string, to: string): Promise<void> {
  const atMost = createGate(LINKS_AT_ONCE)
  async function linkFolder(path: string): Promise<void> {
    const source = join(from, path)
    const entries = await atMost(async () => {
      await mkdir(join(to, path), { recursive: true })
      return readdir(source, { withFileTypes: true })
    })
    await Promise.all(
      entries.map(async (entry) => {
        const inner = join(path, entry.name)
        if (entry.isDirectory()) await linkFolder(inner)
        // A journal is written on and on: what it says now is copied.
        else if (entry.name.startsWith('journal-')) {
          await atMost(async () => writeFile(join(to, inner), await readFile(join(from, inner))))
        } else if (!entry.name.endsWith('.tmp')) await atMost(() => link(join(from, inner), join(to, inner)))
      }),
    )
  }
  await linkFolder('')
}

async function findLinked(releasesDir: string, name: string): Promise<ReleaseFolder | null> {
  try {
    return folderOf(releasesDir, basename(await readlink(join(releasesDir, name))))
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
      const isHolding = (await findHeldRelease(releasesDir)) !== null
      await switchTo(releasesDir, isHolding ? FOLLOWED : CURRENT, name)
      await deleteOldReleases(releasesDir)
      return folderOf(releasesDir, name)
    },
    discard: () => rm(temporary, { recursive: true, force: true }),
  }
}

async function switchTo(releasesDir: string, role: string, name: string): Promise<void> {
  const temporary = join(releasesDir, `.${role}.tmp`)
  await rm(temporary, { force: true })
  await symlink(name, temporary)
  await rename(temporary, join(releasesDir, role))
  await flushFolder(releasesDir)
}

async function deleteOldReleases(releasesDir: string): Promise<void> {
  const needed = new Set<string>()
  for (const role of [CURRENT, FOLLOWED]) needed.add((await findLinked(releasesDir, role))?.name ?? '')
  for (const { name } of (await listReleases(releasesDir)).slice(RELEASES_KEPT)) {
    if (!needed.has(name)) await rm(join(releasesDir, name), { recursive: true, force: true })
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
