import { chmodSync, closeSync, openSync } from 'node:fs'

/**
 * Creates a file, when it is missing, that only its owner reads, and takes an older one away from everybody else.
 * SQLite gives its -wal and -shm files the mode of the main file.
 * @param path a file or `:memory:`
 */
export function keepOwnerOnly(path: string): void {
  if (path === ':memory:') return
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}
