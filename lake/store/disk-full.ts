const SQLITE_FULL = 13

/** Writes what may as well be missing: on a full disk it is left out. */
export function writeIfRoom(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
}

/** Whether SQLite or the file system could not write because no space is left. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const byDatabase = 'errcode' in error && error.errcode === SQLITE_FULL
  const byFiles = 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return byDatabase || byFiles
}
