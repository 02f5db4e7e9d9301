import { execFile } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { momentOfCopy, nameOfCopy } from './copy-name.ts'
import { keepCopies } from './keep-copies.ts'

const MINUTE_MS = 60_000
const FIRST_LOOK_MS = 10 * MINUTE_MS
const LOOK_EVERY_MS = 60 * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS

const RETENTION = { days: 7, weeks: 4, months: 6 } as const

interface DailyBackups {
  /** Folder of these copies and of nothing else: what is too old in it is deleted. */
  folder: string
  /** Writes a backup to `out`; unchanged files may be shared with `earlier`. */
  write: (out: string, earlier: string | undefined) => Promise<void>
  now: () => Date
}

/**
 * Makes a copy unless the newest is younger than a day, then deletes those that need not stay and what is left of
 * copies that were interrupted.
 * @returns the folder of the new copy; null when none was due
 */
export async function backUpWhenDue({ folder, write, now }: DailyBackups): Promise<string | null> {
  const newest = (await listCopies(folder)).at(-1)
  if (newest !== undefined && now().getTime() - newest.takenAt.getTime() < DAY_MS) return null
  const out = join(folder, nameOfCopy(now()))
  await write(out, newest && join(folder, newest.name))
  await deleteOldCopies(folder)
  return out
}

interface Copy {
  name: string
  takenAt: Date
}

/** Oldest first. */
async function listCopies(folder: string): Promise<Copy[]> {
  const copies = (await readNames(folder)).flatMap((name) => {
    const takenAt = momentOfCopy(name)
    return takenAt === null ? [] : [{ name, takenAt }]
  })
  return copies.toSorted((one, other) => one.takenAt.getTime() - other.takenAt.getTime())
}

async function deleteOldCopies(folder: string): Promise<void> {
  const copies = await listCopies(folder)
  const kept = keepCopies(
    copies.map(({ takenAt }) => takenAt),
    RETENTION,
  )
  const old = copies.filter(({ takenAt }) => !kept.has(takenAt)).map(({ name }) => name)
  const interrupted = (await readNames(folder)).filter((name) => /^\.\d{8}T\d{6}\.tmp$/.test(name))
  for (const name of [...old, ...interrupted]) await rm(join(folder, name), { recursive: true, force: true })
}

async function readNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** Looks every hour whether a copy is due, beginning ten minutes from now. */
export function scheduleBackups(
  backups: DailyBackups,
  report: { done(folder: string): void; failed(error: unknown): void },
): { close(): void } {
  async function look(): Promise<void> {
    try {
      const folder = await backUpWhenDue(backups)
      if (folder !== null) report.done(folder)
    } catch (error) {
      report.failed(error)
    }
    timer = setTimeout(() => void look(), LOOK_EVERY_MS).unref()
  }
  let timer = setTimeout(() => void look(), FIRST_LOOK_MS).unref()
  return { close: () => clearTimeout(timer) }
}

/** Writes a backup in a process of its own, so that the server answers meanwhile as quickly as ever. */
export function writeBackupApart(
  environment: Record<string, string>,
): (out: string, earlier: string | undefined) => Promise<void> {
  const command = join(import.meta.dirname, '../backup.ts')
  return (out, earlier) =>
    new Promise((resolve, reject) => {
      const args = [command, '--out', out, ...(earlier === undefined ? [] : ['--earlier', earlier])]
      execFile(process.execPath, args, { env: environment }, (error, _, complaint) => {
        if (error) reject(new Error(complaint.trim() || error.message))
        else resolve()
      })
    })
}
