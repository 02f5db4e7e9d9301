import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { removeAtEnd } from './remove-at-end.ts'
import { isRunning, ownMark, processMarkSchema } from './process-mark.ts'

const runSchema = processMarkSchema.extend({ url: z.url(), token: z.string() })

/** The server that has a data folder open: its address and a token for the commands of this machine. */
export type RunningServer = z.infer<typeof runSchema>

/** Writes down where this server is, readable by its owner only. @returns a function that takes the note away */
export function writeRunFile(dataDir: string, server: { url: string; token: string }): () => void {
  const file = fileIn(dataDir)
  writeFileSync(file, JSON.stringify({ ...ownMark(), ...server }), { mode: 0o600 })
  chmodSync(file, 0o600)
  return removeAtEnd(file)
}

/** The server that runs on this data folder, null when none does. */
export function readRunFile(dataDir: string): RunningServer | null {
  try {
    const server = runSchema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
    return isRunning(server) ? server : null
  } catch {
    return null
  }
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'run.json')
}
