import { readdirSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'

/**
 * Lets other threads go first when the machine is busy. On Linux this holds for the calling thread alone and for those
 * that it starts afterwards.
 * @param niceness from 0 to 19, as `nice` counts; a thread that gives way more already stays so
 */
export function giveWay(niceness: number): void {
  // Where a thread has no priority of its own, the whole program would give way to others.
  if (process.platform === 'linux') lower(0, niceness)
}

/** As `giveWay`, for all threads of this process: also those that tidy up its memory. */
export function giveWayWholly(niceness: number): void {
  for (const thread of listThreads()) lower(thread, niceness)
}

function lower(thread: number, niceness: number): void {
  try {
    if (getPriority(thread) < niceness) setPriority(thread, niceness)
  } catch {
    // It works all the same.
  }
}

function listThreads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number)
  } catch {
    // Elsewhere than on Linux the process has one priority.
    return [0]
  }
}
