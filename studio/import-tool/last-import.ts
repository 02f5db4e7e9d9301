import { type ImportRecord, importRecord } from './save-import.ts'

const PLACE = 'kopilka.last-import'

/** Remembers in this browser what was imported last, so that it can be taken back after other work. */
export function rememberImport(record: ImportRecord | null): void {
  if (record === null) localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, JSON.stringify(record))
}

/** What was imported last in this browser; null when nothing was, or it was taken back. */
export function recallImport(): ImportRecord | null {
  const kept = localStorage.getItem(PLACE)
  try {
    return kept === null ? null : importRecord.parse(JSON.parse(kept))
  } catch {
    return null
  }
}
