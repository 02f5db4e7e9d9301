import type { DatabaseSync } from 'node:sqlite'
import { publishedId, type DocumentState } from '../documents/document-id.ts'
import type { Perspective } from '../query/perspective.ts'
import type { Walk, Ways } from './walk.ts'

/** Documents of the first batch of a walk. */
export const FIRST_BATCH = 100
const LAST_BATCH = 2_000
/** With more types it is quicker to pass the documents of all types. */
const MAX_TYPES_APART = 4

/** The states that a perspective looks at. */
const STATES = {
  raw: ['published', 'draft', 'version'],
  published: ['published'],
  drafts: ['published', 'draft'],
} as const satisfies Record<Perspective, readonly DocumentState[]>

/** Sizes of batches: small ones first, since most walks end soon. */
export function* growBatches(first: number): Generator<number> {
  for (let size = first; ; size = Math.min(size * 2, LAST_BATCH)) yield size
}

// Every id of the state lies between these.
const RANGES = {
  published: ['', '\u{10ffff}'],
  draft: ['drafts.', 'drafts/'],
  version: ['versions.', 'versions/'],
} as const satisfies Record<DocumentState, readonly [string, string]>

const NO_DRAFT = `NOT EXISTS (SELECT 1 FROM document AS draft WHERE draft.id = 'drafts.' || document.id)`

/** Ways through documents in order of id. */
export function createIdWalk(database: DatabaseSync, firstBatch = FIRST_BATCH) {
  const prepare = (condition: string, state: DocumentState, hidesDrafted: boolean) =>
    database.prepare(
      `SELECT id FROM document WHERE ${condition} AND state = '${state}' AND id > ? AND id < ?
       ${hidesDrafted ? `AND ${NO_DRAFT}` : ''} ORDER BY id LIMIT ?`,
    )

  function* pass(
    types: readonly string[] | null,
    state: DocumentState,
    perspective: Perspective,
    after = '',
  ): Generator<readonly string[]> {
    const condition =
      types === null
        ? 'true'
        : types.length === 1
          ? 'type = ?'
          : // The plus keeps the index of types, whose order is another one, out of it.
            '+type IN (SELECT value FROM json_each(?))'
    const statement = prepare(condition, state, perspective === 'drafts' && state === 'published')
    const [first, end] = RANGES[state]
    const start = perspective === 'drafts' && state === 'draft' ? `drafts.${after}` : after
    let last = start > first ? start : first
    const own = types === null ? [] : [types.length === 1 ? (types[0] ?? '') : JSON.stringify(types)]
    for (const size of growBatches(firstBatch)) {
      const ids = statement.all(...own, last, end, size).map((row) => String(row['id']))
      if (ids.length > 0) yield perspective === 'drafts' ? ids.map(publishedId) : ids
      if (ids.length < size) return
      last = ids.at(-1) ?? last
    }
  }

  return ({ types, after }: Walk, perspective: Perspective): Ways<readonly string[]> => {
    const groups = types === null || types.length > MAX_TYPES_APART ? [types] : types.map((type) => [type])
    const ways = groups.flatMap((group) =>
      STATES[perspective].map((state) => pass(group, state, perspective, after)),
    )
    return { loose: [], ways }
  }
}

/** Counts documents of types by the index of types. */
export function createTypeCount(database: DatabaseSync) {
  const OF_TYPES = 'type IN (SELECT value FROM json_each(?))'
  const all = database.prepare(`SELECT count(*) AS total FROM document WHERE ${OF_TYPES}`)
  const published = database.prepare(
    `SELECT count(*) AS total FROM document WHERE ${OF_TYPES} AND state = 'published'`,
  )
  const drafts = database.prepare(
    `SELECT count(*) AS total FROM document WHERE ${OF_TYPES} AND state = 'draft'`,
  )
  const drafted = database.prepare(
    `SELECT count(*) AS total FROM document AS draft CROSS JOIN document AS original
     ON original.id = draft.base AND original.state = 'published'
     WHERE draft.id > 'drafts.' AND draft.id < 'drafts/' AND original.${OF_TYPES}`,
  )
  return (types: readonly string[], perspective: Perspective): number => {
    const wanted = JSON.stringify(types)
    const read = (statement: typeof all) => Number(statement.get(wanted)?.['total'] ?? 0)
    if (perspective === 'raw') return read(all)
    // A draft stands for its published document, whatever type that has.
    return perspective === 'published' ? read(published) : read(published) + read(drafts) - read(drafted)
  }
}
