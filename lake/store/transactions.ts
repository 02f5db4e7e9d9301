import type { DatabaseSync } from 'node:sqlite'
import type { Mutation } from '../mutations/mutation.ts'
import type { Patch } from '../mendoza/encode.ts'

/** What a transaction did to one document. */
export interface Change {
  documentId: string
  /** `_type` of the document after, or, when deleted, before. */
  documentType: string
  /** null when the document did not exist before. */
  previousRev: string | null
  /** null when the document does not exist after. */
  resultRev: string | null
  /** The steps of the request that concerned the document, made explicit. */
  mutations: Mutation[]
  /** Mendoza patches between the documents without `_rev`. */
  effects: { apply: Patch; revert: Patch }
}

export interface CommittedTransaction {
  /** Place in the log: grows, and has no meaning outside this data folder. */
  sequence: number
  id: string
  author: string
  /** ISO 8601 UTC. */
  timestamp: string
  changes: Change[]
}

interface LogQuery {
  /** Only transactions that changed one of these documents. Missing: all. */
  documentIds?: readonly string[] | undefined
  /** Also what these transactions did to other documents. */
  withOthers?: boolean
  /** Only transactions after this place in the log. */
  after?: number
  /** The latest sequence that may be given. */
  until?: number
  /** ISO 8601 UTC; only transactions of this time or later. */
  since?: string | undefined
  /** ISO 8601 UTC; only transactions of this time or earlier. */
  before?: string | undefined
  authors?: readonly string[] | undefined
  order?: 'ascending' | 'descending'
  limit?: number
}

/** A change without its content. */
export interface ChangeSummary {
  sequence: number
  transactionId: string
  author: string
  timestamp: string
  documentId: string
  previousRev: string | null
  resultRev: string | null
}

/** The log of committed transactions. Writes happen inside the caller's transaction. */
export interface TransactionStore {
  /** @throws Error when the id is taken: ask `sequenceOf` first. */
  append(transaction: Omit<CommittedTransaction, 'sequence'>): CommittedTransaction
  /** Place of the transaction in the log. */
  sequenceOf(id: string): number | undefined
  /** The transaction that was committed last. */
  last(): { sequence: number; id: string; timestamp: string } | undefined
  list(query: LogQuery): CommittedTransaction[]
  /** The changes that created or deleted one of the documents, and all changes of `always`; oldest first. */
  lifecycle(documentIds: readonly string[], always: string): ChangeSummary[]
  /** Place of the last transaction of this time or earlier; 0 when there is none. */
  sequenceAt(time: string): number
  /** Removes what the log says about documents, as a purge asks. */
  purge(documentIds: readonly string[]): void
}

export function createTransactionStore(database: DatabaseSync): TransactionStore {
  const insert = database.prepare('INSERT INTO committed (id, author, timestamp) VALUES (?, ?, ?)')
  const insertChange = database.prepare(`
    INSERT INTO change (sequence, position, document, type, previous_rev, result_rev, mutations, apply, revert)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const find = database.prepare('SELECT sequence FROM committed WHERE id = ?')
  const latest = database.prepare(
    'SELECT sequence, id, timestamp FROM committed ORDER BY sequence DESC LIMIT 1',
  )
  const lifecycle = database.prepare(`
    SELECT committed.sequence, committed.id, author, timestamp, document, previous_rev, result_rev
    FROM change JOIN committed ON committed.sequence = change.sequence
    WHERE document IN (SELECT value FROM json_each(?))
      AND (previous_rev IS NULL OR result_rev IS NULL OR document = ?)
    ORDER BY committed.sequence, position`)
  const lastUntil = database.prepare('SELECT max(sequence) AS sequence FROM committed WHERE timestamp <= ?')
  const purge = database.prepare('DELETE FROM change WHERE document IN (SELECT value FROM json_each(?))')

  return {
    append(transaction) {
      const { id, author, timestamp, changes } = transaction
      const sequence = Number(insert.run(id, author, timestamp).lastInsertRowid)
      changes.forEach((change, position) => {
        insertChange.run(
          sequence,
          position,
          change.documentId,
          change.documentType,
          change.previousRev,
          change.resultRev,
          JSON.stringify(change.mutations),
          JSON.stringify(change.effects.apply),
          JSON.stringify(change.effects.revert),
        )
      })
      return { ...transaction, sequence }
    },
    sequenceOf(id) {
      const row = find.get(id)
      return row && Number(row['sequence'])
    },
    last() {
      const row = latest.get()
      return (
        row && {
          sequence: Number(row['sequence']),
          id: String(row['id']),
          timestamp: String(row['timestamp']),
        }
      )
    },
    list: (query) => readLog(database, query),
    lifecycle: (documentIds, always) =>
      lifecycle.all(JSON.stringify(documentIds), always).map((row) => ({
        sequence: Number(row['sequence']),
        transactionId: String(row['id']),
        author: String(row['author']),
        timestamp: String(row['timestamp']),
        documentId: String(row['document']),
        previousRev: readRevision(row['previous_rev']),
        resultRev: readRevision(row['result_rev']),
      })),
    sequenceAt: (time) => Number(lastUntil.get(time)?.['sequence'] ?? 0),
    purge: (documentIds) => void purge.run(JSON.stringify(documentIds)),
  }
}

const COLUMNS = `committed.sequence, committed.id, author, timestamp, document, type, previous_rev, result_rev,
  mutations, apply, revert`

function readLog(database: DatabaseSync, query: LogQuery): CommittedTransaction[] {
  const { after = 0, until = Number.MAX_SAFE_INTEGER, since = '', before = '\uffff', limit = -1 } = query
  const { documentIds, authors } = query
  const order = query.order === 'descending' ? 'DESC' : 'ASC'
  const ofDocuments = documentIds ? 'AND document IN (SELECT value FROM json_each(:documents))' : ''
  const ofAuthors = authors ? 'AND author IN (SELECT value FROM json_each(:authors))' : ''
  const rows = database
    .prepare(
      `SELECT ${COLUMNS}
       FROM (
         SELECT DISTINCT change.sequence FROM change JOIN committed ON committed.sequence = change.sequence
         WHERE change.sequence > :after AND change.sequence <= :until
           AND timestamp >= :since AND timestamp <= :before ${ofDocuments} ${ofAuthors}
         ORDER BY change.sequence ${order} LIMIT :limit
       ) AS chosen
       JOIN committed ON committed.sequence = chosen.sequence
       JOIN change ON change.sequence = chosen.sequence ${query.withOthers ? '' : ofDocuments}
       ORDER BY committed.sequence ${order}, position`,
    )
    .all({
      after,
      until,
      since,
      before,
      limit,
      ...(documentIds && { documents: JSON.stringify(documentIds) }),
      ...(authors && { authors: JSON.stringify(authors) }),
    })
  return groupChanges(rows)
}

type Row = Record<string, unknown>

function groupChanges(rows: readonly Row[]): CommittedTransaction[] {
  const transactions: CommittedTransaction[] = []
  for (const row of rows) {
    const sequence = Number(row['sequence'])
    let transaction = transactions.at(-1)
    if (transaction?.sequence !== sequence) {
      const { id, author, timestamp } = row
      transaction = {
        sequence,
        id: String(id),
        author: String(author),
        timestamp: String(timestamp),
        changes: [],
      }
      transactions.push(transaction)
    }
    transaction.changes.push({
      documentId: String(row['document']),
      documentType: String(row['type']),
      previousRev: readRevision(row['previous_rev']),
      resultRev: readRevision(row['result_rev']),
      mutations: JSON.parse(String(row['mutations'])),
      effects: { apply: JSON.parse(String(row['apply'])), revert: JSON.parse(String(row['revert'])) },
    })
  }
  return transactions
}

function readRevision(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
