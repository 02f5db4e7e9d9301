import { type ImportRecord, importRecord } from './save-import.ts'

const PLACE = 'kopilka.last-import'

/** Remembers for this tab what was imported last, so that it can be taken back after other work; it names people. */
export function rememberImport(record: ImportRecord | null): void {
  if (record === null) sessionStorage.removeItem(PLACE)
  else sessionStorage.setItem(PLACE, JSON.stringify(record))
}

/** What was imported last in this tab; null when nothing was, or it was taken back. */
export function recallImport(): ImportRecord | null {
  const kept = sessionStorage.getItem(PLACE)
  try {
    return kept === null ? null : importRecord.parse(JSON.parse(kept))
  } catch {
    return null
  }
}
