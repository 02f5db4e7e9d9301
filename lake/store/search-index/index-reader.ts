import type { DatabaseSync } from 'node:sqlite'
import { documentState, draftId, publishedId } from '../../documents/document-id.ts'
import type { Perspective } from '../../query/perspective.ts'
import { FIRST_BATCH, growBatches } from '../id-walk.ts'
import type { Walk, Ways } from '../walk.ts'
import { isSortable, lowerPath } from './sort-keys.ts'

/**
 * Reads the index beside the dataset. Documents that changed since the index was written are part of every answer:
 * whoever asks looks at the documents themselves in any case.
 */
export interface IndexReader {
  /** Finds out how far the index is; to be called first in every transaction. */
  begin(): void
  /** @returns null when the index cannot tell, or when they are too many to be worth it */
  idsWithWords(words: readonly string[]): string[] | null
  /** Ways in order of an attribute, one for each type. @returns null when the index does not know the order */
  walk(walk: Walk, perspective: Perspective): Ways<readonly string[]> | null
}

/** With more changes than this that it has not seen, the index is left alone. */
const MAX_UNSEEN = 1_000
/** Words of more documents than this say too little. */
const MAX_FOUND = 3_000
const MAX_TYPES = 20

type Key = [rank: number, value: number | Uint8Array, entry: number]

/** @param database the dataset, with the index attached as `search` */
export function createIndexReader(database: DatabaseSync, firstBatch = FIRST_BATCH): IndexReader {
  const progress = database.prepare('SELECT sequence, ready FROM search.progress')
  const latest = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM main.committed')
  const unseenSince = database.prepare(
    `SELECT DISTINCT document FROM main.change WHERE sequence > ? LIMIT ${MAX_UNSEEN + 1}`,
  )
  const withWords = database.prepare(
    `SELECT entry.id FROM search.word CROSS JOIN search.entry ON entry.number = word.rowid
     WHERE word MATCH ? LIMIT ${MAX_FOUND + 1}`,
  )
  const pathNumber = database.prepare('SELECT number FROM search.sort_path WHERE type = ? AND path = ?')
  const unsorted = database.prepare('SELECT id FROM search.entry WHERE type = ? AND sortable = 0')
  const sortable = database.prepare('SELECT sum(sortable) AS total FROM search.entry WHERE type = ?')
  const keyed = database.prepare('SELECT count(*) AS total FROM search.sort_key WHERE path = ?')
  const keyless = database.prepare(
    `SELECT id FROM search.entry WHERE type = ? AND NOT EXISTS
       (SELECT 1 FROM search.sort_key WHERE sort_key.entry = entry.number AND sort_key.path = ?) ORDER BY id`,
  )
  const hasDraft = database.prepare('SELECT 1 FROM main.document WHERE id = ?')
  const passes = { up: preparePass(database, false), down: preparePass(database, true) }
  /** Changed since the index was written; null when the index is of no use. */
  let unseen: ReadonlySet<string> | null = null

  function begin(): void {
    // The index first: the dataset is then at least as far as the index.
    const { sequence, ready } = progress.get() ?? {}
    const until = Number(latest.get()?.['sequence'] ?? 0)
    if (ready !== 1) {
      unseen = null
      return
    }
    if (Number(sequence) === until) {
      unseen = NONE
      return
    }
    const rows = unseenSince.all(Number(sequence))
    unseen = rows.length > MAX_UNSEEN ? null : new Set(rows.map((row) => String(row['document'])))
  }

  /** The id under which the perspective shows a document of the index, or null when it shows another or none. */
  function showAs(id: string, perspective: Perspective): string | null {
    const state = documentState(id)
    if (perspective === 'raw') return id
    if (perspective === 'published') return state === 'published' ? id : null
    if (state === 'version') return null
    return state === 'draft' || !hasDraft.get(draftId(id)) ? publishedId(id) : null
  }

  function show(rows: Record<string, unknown>[], perspective: Perspective): string[] {
    return rows.flatMap((row) => {
      const id = String(row['id'])
      return unseen?.has(id) ? [] : (showAs(id, perspective) ?? [])
    })
  }

  function* passKeys(
    path: number,
    descending: boolean,
    perspective: Perspective,
  ): Generator<readonly string[]> {
    const { after, sameAs } = descending ? passes.down : passes.up
    let last: Key = descending ? [99, 0, 0] : [0, 0, 0]
    for (const size of growBatches(firstBatch)) {
      const rows = after.all(path, ...last, size)
      const end = readKey(rows.at(-1))
      if (!end) return
      // All that share the last place belong to the same batch.
      const rest = sameAs.all(path, ...end)
      const shown = show([...rows, ...rest], perspective)
      if (shown.length > 0) yield shown
      last = readKey(rest.at(-1)) ?? end
    }
  }

  function* passType(
    type: string,
    path: string,
    descending: boolean,
    perspective: Perspective,
  ): Generator<readonly string[]> {
    const found = pathNumber.get(type, path)
    const number = found ? Number(found['number']) : -1
    const isComplete =
      Number(keyed.get(number)?.['total'] ?? 0) === Number(sortable.get(type)?.['total'] ?? 0)
    const others = () => (isComplete ? [] : show(keyless.all(type, number), perspective))
    // What has no key comes last, and first when the order is turned round.
    if (descending) yield others()
    yield* passKeys(number, descending, perspective)
    if (!descending) yield others()
  }

  function changedIds(perspective: Perspective): string[] {
    const ids = [...(unseen ?? [])]
    return perspective === 'drafts' ? ids.flatMap((id) => [publishedId(id)]) : ids
  }

  return {
    begin,
    idsWithWords(words) {
      if (!unseen || words.length === 0) return null
      const rows = withWords.all(words.join(' '))
      if (rows.length > MAX_FOUND) return null
      // A document that changed meanwhile may be among both.
      return [...new Set([...rows.map((row) => String(row['id'])), ...unseen])]
    },
    walk({ types, order }, perspective) {
      if (!unseen || order === 'id' || types === null || types.length > MAX_TYPES) return null
      if (!isSortable(order.path)) return null
      const path = order.path.join('.')
      const name = order.lower ? lowerPath(path) : path
      return {
        loose: [
          ...changedIds(perspective),
          ...types.flatMap((type) => show(unsorted.all(type), perspective)),
        ],
        ways: types.map((type) => passType(type, name, order.descending, perspective)),
      }
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function preparePass(database: DatabaseSync, descending: boolean) {
  const direction = descending ? 'DESC' : 'ASC'
  const beyond = descending ? '<' : '>'
  const columns = `SELECT rank, value, sort_key.entry, entry.id
    FROM search.sort_key CROSS JOIN search.entry ON entry.number = sort_key.entry WHERE path = ?`
  return {
    after: database.prepare(
      `${columns} AND (rank, value, sort_key.entry) ${beyond} (?, ?, ?)
       ORDER BY rank ${direction}, value ${direction}, sort_key.entry ${direction} LIMIT ?`,
    ),
    sameAs: database.prepare(
      `${columns} AND rank = ? AND value = ? AND sort_key.entry ${beyond} ?
       ORDER BY sort_key.entry ${direction}`,
    ),
  }
}

function readKey(row: Record<string, unknown> | undefined): Key | null {
  if (!row) return null
  const value = row['value']
  if (typeof value !== 'number' && !(value instanceof Uint8Array)) throw new Error('The index is damaged')
  return [Number(row['rank']), value, Number(row['entry'])]
}
