import type { DatabaseSync } from 'node:sqlite'
import { documentState, draftId, publishedId } from '../../documents/document-id.ts'
import type { Perspective } from '../../query/perspective.ts'
import { FIRST_BATCH, growBatches } from '../id-walk.ts'
import type { PublicWalk, Walk, WalkOrder, Ways } from '../walk.ts'
import { markOf, markOfReferring, NEVER_SURE } from './faces.ts'
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
  /**
   * As `walk`, for who sees what the public sees besides documents of their own: of other documents only published
   * ones are given. @returns null when the index cannot tell what the public sees now, or which documents have the words
   */
  walkPublicly(walk: PublicWalk, perspective: Perspective): Ways<readonly string[]> | null
}

/** With more changes than this that it has not seen, the index is left alone. */
const MAX_UNSEEN = 1_000
/** Words of more documents than this say too little. */
const MAX_FOUND = 3_000
/** The same where each has to be shown as the public sees it, and for documents that it sees in other words. */
const MAX_SHOWN = 1_000
const MAX_TYPES = 20

type Key = [rank: number, value: number | Uint8Array, entry: number]

/** @param database the dataset, with the index attached as `search` */
export function createIndexReader(database: DatabaseSync, firstBatch = FIRST_BATCH): IndexReader {
  const progress = database.prepare('SELECT sequence, ready, faced_from, faced_until FROM search.progress')
  const latest = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM main.committed')
  const unseenSince = database.prepare(
    `SELECT DISTINCT document FROM main.change WHERE sequence > ? LIMIT ${MAX_UNSEEN + 1}`,
  )
  const withWords = database.prepare(
    `SELECT entry.id FROM search.word CROSS JOIN search.entry ON entry.number = word.rowid
     WHERE word MATCH ? LIMIT ?`,
  )
  const pathNumber = database.prepare('SELECT number FROM search.sort_path WHERE type = ? AND path = ?')
  const unsorted = database.prepare('SELECT id FROM search.entry WHERE type = ? AND sortable = 0')
  const sortable = database.prepare('SELECT sum(sortable) AS total FROM search.entry WHERE type = ?')
  const keyed = database.prepare('SELECT count(*) AS total FROM search.sort_key WHERE path = ?')
  const reworded = database.prepare(
    `SELECT entry.id FROM search.reworded CROSS JOIN search.entry ON entry.number = reworded.entry
     WHERE path = ? LIMIT ${MAX_SHOWN + 1}`,
  )
  const asking = database.prepare(
    `SELECT DISTINCT entry.id FROM search.asked CROSS JOIN search.entry ON entry.number = asked.entry
     WHERE mark IN (SELECT value FROM json_each(?)) LIMIT ${MAX_SHOWN + 1}`,
  )
  const stale = database.prepare(`SELECT id FROM search.entry WHERE stale = 1 LIMIT ${MAX_SHOWN + 1}`)
  const targetsOf = database.prepare(
    'SELECT DISTINCT target FROM main.reference WHERE source IN (SELECT value FROM json_each(?))',
  )
  const hasDraft = database.prepare('SELECT 1 FROM main.document WHERE id = ?')
  const passes = { all: preparePasses(database, false), shown: preparePasses(database, true) }
  /** Changed since the index was written; null when the index is of no use. */
  let unseen: ReadonlySet<string> | null = null
  /** The time within which it is known what the public sees. */
  let faced = { from: 0, until: 0 }

  function begin(): void {
    // The index first: the dataset is then at least as far as the index.
    const { sequence, ready, faced_from: from, faced_until: untilTime } = progress.get() ?? {}
    faced = { from: Number(from), until: Number(untilTime) }
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

  function showAll(perspective: Perspective): Show {
    return (id) => (unseen?.has(id) ? null : showAs(id, perspective))
  }

  function* passKeys(
    path: number,
    descending: boolean,
    { up, down }: Passes,
    show: Show,
  ): Generator<readonly string[]> {
    const { after, sameAs } = descending ? down : up
    let last: Key = descending ? [99, 0, 0] : [0, 0, 0]
    for (const size of growBatches(firstBatch)) {
      const rows = after.all(path, ...last, size)
      const end = readKey(rows.at(-1))
      if (!end) return
      // All that share the last place belong to the same batch.
      const rest = sameAs.all(path, ...end)
      const shown = showRows([...rows, ...rest], show)
      if (shown.length > 0) yield shown
      last = readKey(rest.at(-1)) ?? end
    }
  }

  function* passType(
    type: string,
    path: string,
    descending: boolean,
    through: Passes,
    show: Show,
  ): Generator<readonly string[]> {
    const found = pathNumber.get(type, path)
    const number = found ? Number(found['number']) : -1
    const isComplete =
      Number(keyed.get(number)?.['total'] ?? 0) === Number(sortable.get(type)?.['total'] ?? 0)
    const others = () => (isComplete ? [] : showRows(through.keyless.all(type, number), show))
    // What has no key comes last, and first when the order is turned round.
    if (descending) yield others()
    yield* passKeys(number, descending, through, show)
    if (!descending) yield others()
  }

  function changedIds(perspective: Perspective): string[] {
    const ids = [...(unseen ?? [])]
    return perspective === 'drafts' ? ids.flatMap((id) => [publishedId(id)]) : ids
  }

  function idsWithWords(words: readonly string[], limit: number): string[] | null {
    if (!unseen || words.length === 0) return null
    const rows = withWords.all(words.join(' '), limit + 1)
    if (rows.length > limit) return null
    // A document that changed meanwhile may be among both.
    return [...new Set([...rows.map((row) => String(row['id'])), ...unseen])]
  }

  /** Documents of which the index does not know what the public sees now; null when they are too many. */
  function listUnsure(now: Date): string[] | null {
    if (!unseen || now.getTime() < faced.from || now.getTime() > faced.until) return null
    const ids = [...unseen]
    const targets = targetsOf.all(JSON.stringify(ids)).map((row) => String(row['target']))
    const marks = [NEVER_SURE, ...ids.map(markOf), ...[...ids, ...targets].map(markOfReferring)]
    const rows = [...stale.all(), ...asking.all(JSON.stringify(marks))]
    return rows.length > MAX_SHOWN ? null : [...ids, ...rows.map((row) => String(row['id']))]
  }

  return {
    begin,
    idsWithWords: (words) => idsWithWords(words, MAX_FOUND),
    walk({ types, order }, perspective) {
      const path = nameOrder(types, order)
      if (!unseen || !path || order === 'id' || types === null) return null
      const show = showAll(perspective)
      return {
        loose: [...changedIds(perspective), ...types.flatMap((type) => showRows(unsorted.all(type), show))],
        ways: types.map((type) => passType(type, path, order.descending, passes.all, show)),
      }
    },
    walkPublicly({ types, order, words, now, own }, perspective) {
      const unsure = listUnsure(now)
      if (!unsure) return null
      const present = (ids: Iterable<string>) => showIds(ids, perspective)
      const found = words && idsWithWords(words, MAX_SHOWN)
      if (found) return { loose: present([...found, ...unsure]), ways: [] }
      const path = nameOrder(types, order)
      if (!path || !own || order === 'id' || types === null) return null
      const moved = types.map((type) => listReworded(type, path))
      if (moved.some((ids) => ids.length > MAX_SHOWN)) return null
      const mine = own()
      const apart = new Set([...unsure, ...moved.flat(), ...mine])
      // A draft of one's own stands for its published document.
      if (perspective === 'drafts') for (const id of mine) apart.add(publishedId(id))
      const show: Show = (id) => (apart.has(id) ? null : id)
      return {
        loose: present([
          ...apart,
          ...types.flatMap((type) => unsorted.all(type).map((row) => String(row['id']))),
        ]),
        ways: types.map((type) => passType(type, path, order.descending, passes.shown, show)),
      }
    },
  }

  function listReworded(type: string, path: string): string[] {
    const number = Number(pathNumber.get(type, path)?.['number'] ?? -1)
    return reworded.all(number).map((row) => String(row['id']))
  }
}

/** Under which id a document of the index is shown; null when it is not. */
type Show = (id: string) => string | null

function showRows(rows: Record<string, unknown>[], show: Show): string[] {
  return rows.flatMap((row) => show(String(row['id'])) ?? [])
}

/** Stored ids as the perspective has them; whether it shows the documents is told when they are read. */
export function showIds(ids: Iterable<string>, perspective: Perspective): string[] {
  return [...new Set(perspective === 'drafts' ? [...ids].map(publishedId) : ids)]
}

/** The name of the keys of an order; null when the index has no such keys for these types. */
function nameOrder(types: readonly string[] | null, order: WalkOrder): string | null {
  if (order === 'id' || types === null || types.length > MAX_TYPES || !isSortable(order.path)) return null
  const path = order.path.join('.')
  return order.lower ? lowerPath(path) : path
}

const NONE: ReadonlySet<string> = new Set()

type Passes = ReturnType<typeof preparePasses>

function preparePasses(database: DatabaseSync, onlyShown: boolean) {
  const shown = onlyShown ? ' AND shown = 1' : ''
  return {
    up: preparePass(database, shown, false),
    down: preparePass(database, shown, true),
    keyless: database.prepare(
      `SELECT id FROM search.entry WHERE type = ?${shown} AND NOT EXISTS
         (SELECT 1 FROM search.sort_key WHERE sort_key.entry = entry.number AND sort_key.path = ?) ORDER BY id`,
    ),
  }
}

function preparePass(database: DatabaseSync, shown: string, descending: boolean) {
  const direction = descending ? 'DESC' : 'ASC'
  const beyond = descending ? '<' : '>'
  const columns = `SELECT rank, value, sort_key.entry, entry.id
    FROM search.sort_key CROSS JOIN search.entry ON entry.number = sort_key.entry
    WHERE path = ?${shown}`
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
