import { rmSync } from 'node:fs'

/** Deletes a file when the returned function is called, or when the process ends before that. */
export function removeAtEnd(file: string): () => void {
  function remove(): void {
    process.off('exit', remove)
    rmSync(file, { force: true })
  }
  process.on('exit', remove)
  return remove
}
