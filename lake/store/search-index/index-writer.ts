import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { PublicView } from '../../context.ts'
import { inTransaction } from '../database.ts'
import { keepOwnerOnly } from '../owner-only.ts'
import { createEntryWriter } from './entry-writer.ts'
import { createFaces, FACE_LIFETIME_MS, markOf, markOfReferring } from './faces.ts'
import { INDEX_SCHEMA, INDEX_VERSION } from './index-schema.ts'

/** Keeps the index in step with the dataset. There is one per data folder. */
export interface IndexWriter {
  /** Takes up a number of changes. @returns whether there is more to do */
  advance(): boolean
  close(): void
}

const BATCH = 500
/** So many public views are made at once. */
const FACES = 100

/** Creates the file of the index when it is missing or was made by another version of the program. */
export function prepareIndexFile(path: string): void {
  try {
    const database = openIndex(path)
    const version = database.prepare('PRAGMA user_version').get()?.['user_version']
    if (version === 0) inTransaction(database, () => database.exec(INDEX_SCHEMA))
    // What the public sees may be decided in another way from now on.
    if (version === INDEX_VERSION) database.exec('UPDATE progress SET faced_until = 0')
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

/** How the public sees documents. */
export interface PublicSight {
  view: PublicView
  now: () => Date
}

/**
 * @param indexPath a file that `prepareIndexFile` has seen
 * @param sight null where that is not known: then the index is of use only to those who see everything
 */
export function openIndexWriter(
  indexPath: string,
  datasetPath: string,
  sight: PublicSight | null,
): IndexWriter {
  const database = openIndex(indexPath)
  database.exec('PRAGMA cache_size = -16000')
  // A connection of its own, which cannot hold up writers: a transaction locks all that is attached.
  const dataset = new DatabaseSync(datasetPath, { readOnly: true, timeout: 5_000 })
  dataset.exec('PRAGMA cache_size = -8000')
  const faces = sight && createFaces(dataset, sight.view, sight.now)
  const entries = createEntryWriter(database, dataset)
  const readProgress = database.prepare('SELECT sequence, transaction_id, ready FROM progress')
  const setProgress = database.prepare('UPDATE progress SET sequence = ?, transaction_id = ?, ready = ?')
  const setFaced = database.prepare('UPDATE progress SET faced_from = ?, faced_until = ?')
  const nextEntries = database.prepare(`SELECT id FROM entry WHERE id > ? ORDER BY id LIMIT ${FACES}`)
  const wither = database.prepare(
    `UPDATE entry SET stale = 1 WHERE number IN
       (SELECT entry FROM asked WHERE mark IN (SELECT value FROM json_each(?)))`,
  )
  const staleEntries = database.prepare(`SELECT id FROM entry WHERE stale = 1 LIMIT ${FACES}`)
  const targetsOf = dataset.prepare(
    'SELECT DISTINCT target FROM reference WHERE source IN (SELECT value FROM json_each(?))',
  )
  const idAt = dataset.prepare('SELECT id FROM committed WHERE sequence = ?')
  const latest = dataset.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM committed')
  const nextIds = dataset.prepare(`SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ${BATCH}`)
  const nextTransactions = dataset.prepare(
    `SELECT sequence FROM committed WHERE sequence > ? ORDER BY sequence LIMIT ${BATCH}`,
  )
  const changed = dataset.prepare('SELECT DISTINCT document FROM change WHERE sequence > ? AND sequence <= ?')
  const time = () => sight?.now().getTime() ?? 0
  const transactionId = (sequence: number) => String(idAt.get(sequence)?.['id'] ?? '')
  /** Where a scan of all documents stands; null when the log is followed. */
  let scan: { sequence: number; after: string } | null = null
  /** Where making the faces of all documents stands; null when they are made. */
  let facing: { since: number; after: string } | null = null
  let faceAgainAt = Number.NEGATIVE_INFINITY

  function begin(): void {
    const { sequence, transaction_id: known, ready } = readProgress.get() ?? {}
    if (ready === 1 && transactionId(Number(sequence)) === known) return
    // New, not finished, or made from another dataset: a backup was restored.
    inTransaction(database, () => {
      database.exec(`DELETE FROM entry; DELETE FROM sort_path; DELETE FROM sort_key; DELETE FROM reworded;
        DELETE FROM asked; INSERT INTO word (word) VALUES ('delete-all')`)
      setProgress.run(0, '', 0)
    })
    scan = { sequence: Number(latest.get()?.['sequence'] ?? 0), after: '' }
  }

  function scanOn({ sequence, after }: NonNullable<typeof scan>): boolean {
    const ids = nextIds.all(after).map((row) => String(row['id']))
    inTransaction(database, () => {
      for (const id of ids) entries.write(id)
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
      const ids = changed.all(from, to).map((row) => String(row['document']))
      for (const id of ids) entries.write(id)
      if (faces) wither.run(JSON.stringify(listMarks(ids)))
      setProgress.run(to, transactionId(to), 1)
    })
    return sequences.length === BATCH
  }

  /** Marks of all that views may have asked for, and found otherwise than it is now. */
  function listMarks(ids: readonly string[]): number[] {
    const targets = targetsOf.all(JSON.stringify(ids)).map((row) => String(row['target']))
    return [...ids.map(markOf), ...[...ids, ...targets].map(markOfReferring)]
  }

  /** Makes some faces: of all documents from time to time, and of those that may look otherwise. */
  function faceOn(): boolean {
    if (!faces) return false
    if (!facing && time() >= faceAgainAt) facing = { since: time(), after: '' }
    const rows = facing ? nextEntries.all(facing.after) : staleEntries.all()
    const ids = rows.map((row) => String(row['id']))
    const { since } = facing ?? {}
    const isEnd = ids.length < FACES
    faces.begin()
    inTransaction(database, () => {
      for (const id of ids) entries.face(id, faces)
      if (since !== undefined && isEnd) setFaced.run(since, since + FACE_LIFETIME_MS)
    })
    if (since === undefined) return ids.length > 0
    facing = isEnd ? null : { since, after: ids.at(-1) ?? '' }
    if (isEnd) faceAgainAt = since + FACE_LIFETIME_MS / 2
    return true
  }

  begin()
  return {
    advance: () => (scan ? scanOn(scan) : follow() || faceOn()),
    close() {
      database.close()
      dataset.close()
    },
  }
}
