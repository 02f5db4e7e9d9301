import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { documentState } from '../../documents/document-id.ts'
import { parseDocument } from '../../documents/document.ts'
import { inTransaction } from '../database.ts'
import { keepOwnerOnly } from '../owner-only.ts'
import { INDEX_SCHEMA, INDEX_VERSION } from './index-schema.ts'
import { listSortKeys } from './sort-keys.ts'
import { listWords } from './words.ts'

/** Keeps the index in step with the dataset. There is one per data folder. */
export interface IndexWriter {
  /** Takes up a number of changes. @returns whether there is more to do */
  advance(): boolean
  close(): void
}

const BATCH = 500

/** Creates the file of the index when it is missing or was made by another version of the program. */
export function prepareIndexFile(path: string): void {
  try {
    const database = openIndex(path)
    const version = database.prepare('PRAGMA user_version').get()?.['user_version']
    if (version === 0) inTransaction(database, () => database.exec(INDEX_SCHEMA))
    database.close()
    if (version === 0 || version === INDEX_VERSION) return
  } catch {
    // A damaged index is as good as none.
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  const database = openIndex(path)
  inTransaction(database, () => database.exec(INDEX_SCHEMA))
  database.close()
}

function openIndex(path: string): DatabaseSync {
  keepOwnerOnly(path)
  const database = new DatabaseSync(path, { timeout: 5_000 })
  // After a loss of power it is made again, should it be damaged.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  return database
}

/** @param indexPath a file that `prepareIndexFile` has seen */
export function openIndexWriter(indexPath: string, datasetPath: string): IndexWriter {
  const database = openIndex(indexPath)
  database.exec('PRAGMA cache_size = -16000')
  // A connection of its own, which cannot hold up writers: a transaction locks all that is attached.
  const dataset = new DatabaseSync(datasetPath, { readOnly: true, timeout: 5_000 })
  const write = createEntryWriter(database, dataset)
  const readProgress = database.prepare('SELECT sequence, transaction_id, ready FROM progress')
  const setProgress = database.prepare('UPDATE progress SET sequence = ?, transaction_id = ?, ready = ?')
  const idAt = dataset.prepare('SELECT id FROM committed WHERE sequence = ?')
  const latest = dataset.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM committed')
  const nextIds = dataset.prepare(`SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ${BATCH}`)
  const nextTransactions = dataset.prepare(
    `SELECT sequence FROM committed WHERE sequence > ? ORDER BY sequence LIMIT ${BATCH}`,
  )
  const changed = dataset.prepare('SELECT DISTINCT document FROM change WHERE sequence > ? AND sequence <= ?')
  const transactionId = (sequence: number) => String(idAt.get(sequence)?.['id'] ?? '')
  /** Where a scan of all documents stands; null when the log is followed. */
  let scan: { sequence: number; after: string } | null = null

  function begin(): void {
    const { sequence, transaction_id: known, ready } = readProgress.get() ?? {}
    if (ready === 1 && transactionId(Number(sequence)) === known) return
    // New, not finished, or made from another dataset: a backup was restored.
    inTransaction(database, () => {
      database.exec(`DELETE FROM entry; DELETE FROM sort_path; DELETE FROM sort_key;
        INSERT INTO word (word) VALUES ('delete-all')`)
      setProgress.run(0, '', 0)
    })
    scan = { sequence: Number(latest.get()?.['sequence'] ?? 0), after: '' }
  }

  function scanOn({ sequence, after }: { sequence: number; after: string }): boolean {
    const ids = nextIds.all(after).map((row) => String(row['id']))
    inTransaction(database, () => {
      ids.forEach(write)
      if (ids.length < BATCH) setProgress.run(sequence, transactionId(sequence), 1)
    })
    scan = ids.length < BATCH ? null : { sequence, after: ids.at(-1) ?? after }
    return true
  }

  function follow(): boolean {
    const from = Number(readProgress.get()?.['sequence'] ?? 0)
    const sequences = nextTransactions.all(from)
    const to = Number(sequences.at(-1)?.['sequence'] ?? from)
    if (to === from) return false
    inTransaction(database, () => {
      for (const row of changed.all(from, to)) write(String(row['document']))
      setProgress.run(to, transactionId(to), 1)
    })
    return sequences.length === BATCH
  }

  begin()
  return {
    advance: () => (scan ? scanOn(scan) : follow()),
    close() {
      database.close()
      dataset.close()
    },
  }
}

/** Writes what the index holds about a document as it is now; takes it out when the document is gone. */
function createEntryWriter(database: DatabaseSync, dataset: DatabaseSync): (id: string) => void {
  const bodyOf = dataset.prepare('SELECT body FROM document WHERE id = ?')
  const numberOf = database.prepare('SELECT number FROM entry WHERE id = ?')
  const addEntry = database.prepare('INSERT INTO entry (id, type, state, sortable) VALUES (?, ?, ?, ?)')
  const setEntry = database.prepare('UPDATE entry SET type = ?, sortable = ? WHERE number = ?')
  const removeEntry = database.prepare('DELETE FROM entry WHERE number = ?')
  const removeKeys = database.prepare('DELETE FROM sort_key WHERE entry = ?')
  const addKey = database.prepare(
    'INSERT OR IGNORE INTO sort_key (path, rank, value, entry) VALUES (?, ?, ?, ?)',
  )
  const findPath = database.prepare('SELECT number FROM sort_path WHERE type = ? AND path = ?')
  const addPath = database.prepare('INSERT INTO sort_path (type, path) VALUES (?, ?)')
  const removeWords = database.prepare('DELETE FROM word WHERE rowid = ?')
  const addWords = database.prepare('INSERT INTO word (rowid, words) VALUES (?, ?)')
  const paths = new Map<string, number>()

  function pathNumber(type: string, path: string): number {
    const name = `${type} ${path}`
    const known = paths.get(name)
    if (known !== undefined) return known
    const found = findPath.get(type, path)
    const number = Number(found ? found['number'] : addPath.run(type, path).lastInsertRowid)
    paths.set(name, number)
    return number
  }

  return (id) => {
    const known = numberOf.get(id)?.['number']
    const body = bodyOf.get(id)?.['body']
    if (known !== undefined) {
      removeKeys.run(Number(known))
      removeWords.run(Number(known))
      if (body === undefined) removeEntry.run(Number(known))
    }
    if (body === undefined) return
    const document = parseDocument(String(body))
    const keys = listSortKeys(document)
    const sortable = keys ? 1 : 0
    if (known !== undefined) setEntry.run(document._type, sortable, Number(known))
    const entry = Number(
      known ?? addEntry.run(id, document._type, documentState(id), sortable).lastInsertRowid,
    )
    for (const { path, rank, value } of keys ?? []) {
      addKey.run(pathNumber(document._type, path), rank, value, entry)
    }
    addWords.run(entry, listWords(document).join(' '))
  }
}
