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

export interface LogQuery {
  /** Only transactions that changed one of these documents, and only these changes. Missing: all. */
  documentIds?: readonly string[]
  after?: number
  /** The latest sequence that may be given. */
  until?: number
  order?: 'ascending' | 'descending'
  limit?: number
}

/** The log of committed transactions. Writes happen inside the caller's transaction. */
export interface TransactionStore {
  /** @throws Error when the id is taken: ask `sequenceOf` first. */
  append(transaction: Omit<CommittedTransaction, 'sequence'>): CommittedTransaction
  /** Place of the transaction in the log. */
  sequenceOf(id: string): number | undefined
  /** The transaction that was committed last. */
  last(): { sequence: number; id: string } | undefined
  list(query: LogQuery): CommittedTransaction[]
  /** Removes what the log says about documents, as a purge asks. */
  purge(documentIds: readonly string[]): void
}

export function createTransactionStore(database: DatabaseSync): TransactionStore {
  const insert = database.prepare('INSERT INTO committed (id, author, timestamp) VALUES (?, ?, ?)')
  const insertChange = database.prepare(`
    INSERT INTO change (sequence, position, document, type, previous_rev, result_rev, mutations, apply, revert)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const find = database.prepare('SELECT sequence FROM committed WHERE id = ?')
  const latest = database.prepare('SELECT sequence, id FROM committed ORDER BY sequence DESC LIMIT 1')
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
      return row && { sequence: Number(row['sequence']), id: String(row['id']) }
    },
    list: (query) => readLog(database, query),
    purge: (documentIds) => void purge.run(JSON.stringify(documentIds)),
  }
}

function readLog(database: DatabaseSync, query: LogQuery): CommittedTransaction[] {
  const { documentIds, after = 0, until = Number.MAX_SAFE_INTEGER, order = 'ascending', limit = -1 } = query
  const filter = documentIds ? 'AND document IN (SELECT value FROM json_each(:documents))' : ''
  const rows = database
    .prepare(
      `SELECT committed.sequence, committed.id, author, timestamp, document, type, previous_rev, result_rev,
         mutations, apply, revert
       FROM (
         SELECT DISTINCT sequence FROM change WHERE sequence > :after AND sequence <= :until ${filter}
         ORDER BY sequence ${order === 'ascending' ? 'ASC' : 'DESC'} LIMIT :limit
       ) AS chosen
       JOIN committed ON committed.sequence = chosen.sequence
       JOIN change ON change.sequence = chosen.sequence ${filter}
       ORDER BY committed.sequence ${order === 'ascending' ? 'ASC' : 'DESC'}, position`,
    )
    .all({ after, until, limit, ...(documentIds ? { documents: JSON.stringify(documentIds) } : {}) })

  const transactions: CommittedTransaction[] = []
  for (const row of rows) {
    const sequence = Number(row['sequence'])
    let transaction = transactions.at(-1)
    if (transaction?.sequence !== sequence) {
      const { id, author, timestamp } = row
      transaction = { sequence, id: String(id), author: String(author), timestamp: String(timestamp), changes: [] }
      transactions.push(transaction)
    }
    transaction.changes.push({
      documentId: String(row['document']),
      documentType: String(row['type']),
      previousRev: row['previous_rev'] === null ? null : String(row['previous_rev']),
      resultRev: row['result_rev'] === null ? null : String(row['result_rev']),
      mutations: JSON.parse(String(row['mutations'])),
      effects: { apply: JSON.parse(String(row['apply'])), revert: JSON.parse(String(row['revert'])) },
    })
  }
  return transactions
}
