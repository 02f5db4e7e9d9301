import { accessSync, constants } from 'node:fs'

/** Whether a path names a program that we may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether we may ask for packages of the system (Debian and its relatives). */
export function mayInstallPackages(): boolean {
  return process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')
}
