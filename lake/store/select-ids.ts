import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Which documents may matter to a question: those that meet every given condition. Empty: all documents. */
export interface Selection {
  /** Exact ids. */
  ids?: readonly string[]
  /** Ids without `drafts.` or `versions.….`: selects every version of them. */
  bases?: readonly string[]
  types?: readonly string[]
  /** Values of `slug.current`. */
  slugs?: readonly string[]
  /** Documents that refer to at least one of these ids, strongly or weakly. */
  refersTo?: readonly string[]
  /** Conditions on the words of their texts, all of which hold. A store without an index of words passes over them. */
  words?: readonly string[]
}

interface SelectOptions {
  /** The result must be among these. */
  among?: readonly string[] | undefined
  /** So many ids at most. */
  limit?: number | undefined
}

/** Finds the ids that a selection means, in order. */
export function createIdSelector(
  database: DatabaseSync,
): (selection: Selection, options?: SelectOptions) => string[] {
  const statements = new Map<string, StatementSync>()
  return (selection, { among, limit } = {}) => {
    const conditions: string[] = []
    const values: string[] = []
    for (const [part, condition] of CONDITIONS) {
      const wanted = selection[part]
      if (!wanted) continue
      conditions.push(condition)
      values.push(JSON.stringify(wanted))
    }
    if (among) {
      conditions.push('id IN (SELECT value FROM json_each(?))')
      values.push(JSON.stringify(among))
    }
    const sql = `SELECT id FROM document ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY id LIMIT ?`
    let statement = statements.get(sql)
    if (!statement) statements.set(sql, (statement = database.prepare(sql)))
    return statement.all(...values, limit ?? -1).map((row) => String(row['id']))
  }
}

const CONDITIONS = [
  ['ids', 'id IN (SELECT value FROM json_each(?))'],
  ['bases', 'base IN (SELECT value FROM json_each(?))'],
  ['types', 'type IN (SELECT value FROM json_each(?))'],
  // The index leaves out what has no slug, and SQLite uses it only when it sees that this does not matter.
  ['slugs', 'slug IS NOT NULL AND slug IN (SELECT value FROM json_each(?))'],
  ['refersTo', 'id IN (SELECT source FROM reference WHERE target IN (SELECT value FROM json_each(?)))'],
] as const satisfies [keyof Selection, string][]
