import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from '../command-line.ts'
import { isRunning, ownMark, processMarkSchema } from './process-mark.ts'
import { removeAtEnd } from './remove-at-end.ts'
import type { ProcessMark } from './process-mark.ts'

const LOCK = 'process.lock'

/**
 * Makes this process the only one that has the lake of a data folder open: a lake remembers documents, so a second
 * one would show old ones. A lock left by a process that no longer runs is taken over.
 *
 * @returns a function that gives the folder free
 * @throws {CommandError} when another process has it
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, LOCK)
  const mark = JSON.stringify(ownMark())
  try {
    writeFileSync(file, mark, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const owner = readOwner(file)
    if (owner !== null && isRunning(owner)) {
      throw new CommandError(
        `Папка ${dataDir} занята другой командой Копилки (процесс ${owner.pid}). Дождитесь её или остановите её.`,
      )
    }
    writeFileSync(file, mark, { mode: 0o600 })
  }
  return removeAtEnd(file)
}

function readOwner(file: string): ProcessMark | null {
  try {
    return processMarkSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
