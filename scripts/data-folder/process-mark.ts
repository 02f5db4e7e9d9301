import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Names a process so that another one that later gets the same number is not taken for it. */
export const processMarkSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string().nullable(),
})

export type ProcessMark = z.infer<typeof processMarkSchema>

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid) }
}

/** Whether the marked process still runs. */
export function isRunning(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0)
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const started = startOf(mark.pid)
  return mark.started === null || started === null || mark.started === started
}

/** When a process started, in ticks since boot; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything; fields are counted after it.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
