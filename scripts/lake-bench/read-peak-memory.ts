import { readdirSync, readFileSync } from 'node:fs'

/** The most memory that this process and those that it started have had, together, MiB. Of this process alone where there is no `/proc`. */
export function readPeakMemory(): number {
  const own = process.resourceUsage().maxRSS / 1_024
  return listChildren().reduce((sum, child) => sum + readPeak(child), own)
}

function listChildren(): string[] {
  try {
    return readdirSync('/proc/self/task').flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter((child) => child !== ''),
    )
  } catch {
    return []
  }
}

function readPeak(process: string): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024
}
