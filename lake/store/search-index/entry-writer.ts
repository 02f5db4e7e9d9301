import type { DatabaseSync } from 'node:sqlite'
import { documentState } from '../../documents/document-id.ts'
import { parseDocument, type LakeDocument } from '../../documents/document.ts'
import { markOfFace, type Face, type Faces } from './faces.ts'
import { listSortKeys } from './sort-keys.ts'
import { listWords } from './words.ts'

export interface EntryWriter {
  /** Writes what the index holds about a document as it is now, its face apart; takes it out when the document is gone. */
  write(id: string): void
  /** Writes how the public sees a document. */
  face(id: string, faces: Faces): void
}

/** @param database the index; the caller opens transactions in it */
export function createEntryWriter(database: DatabaseSync, dataset: DatabaseSync): EntryWriter {
  const bodyOf = dataset.prepare('SELECT body FROM document WHERE id = ?')
  const entryOf = database.prepare('SELECT number, face, stale FROM entry WHERE id = ?')
  const addEntry = database.prepare('INSERT INTO entry (id, type, state, sortable) VALUES (?, ?, ?, ?)')
  const setEntry = database.prepare('UPDATE entry SET type = ?, sortable = ?, stale = 1 WHERE number = ?')
  const removeEntry = database.prepare('DELETE FROM entry WHERE number = ?')
  const removeKeys = database.prepare('DELETE FROM sort_key WHERE entry = ?')
  const addKey = database.prepare(
    'INSERT OR IGNORE INTO sort_key (path, rank, value, entry) VALUES (?, ?, ?, ?)',
  )
  const findPath = database.prepare('SELECT number FROM sort_path WHERE type = ? AND path = ?')
  const addPath = database.prepare('INSERT INTO sort_path (type, path) VALUES (?, ?)')
  const removeWords = database.prepare('DELETE FROM word WHERE rowid = ?')
  const addWords = database.prepare('INSERT INTO word (rowid, words) VALUES (?, ?)')
  const setFace = database.prepare('UPDATE entry SET shown = ?, face = ?, stale = 0 WHERE number = ?')
  const removeReworded = database.prepare('DELETE FROM reworded WHERE entry = ?')
  const addReworded = database.prepare('INSERT INTO reworded (path, entry) VALUES (?, ?)')
  const removeAsked = database.prepare('DELETE FROM asked WHERE entry = ?')
  const addAsked = database.prepare('INSERT INTO asked (mark, entry) VALUES (?, ?)')
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

  function read(id: string): LakeDocument | null {
    const body = bodyOf.get(id)?.['body']
    return body === undefined ? null : parseDocument(String(body))
  }

  function writeFace(entry: number, type: string, face: Face): void {
    removeReworded.run(entry)
    removeAsked.run(entry)
    setFace.run(face.isShown ? 1 : 0, markOfFace(face), entry)
    // Who is not shown at all is shown in no place.
    if (face.isShown) for (const path of face.reworded) addReworded.run(pathNumber(type, path), entry)
    for (const mark of face.asked) addAsked.run(mark, entry)
  }

  function remove(entry: number): void {
    removeReworded.run(entry)
    removeAsked.run(entry)
    removeEntry.run(entry)
  }

  return {
    write(id) {
      const known = entryOf.get(id)?.['number']
      const document = read(id)
      if (known !== undefined) {
        removeKeys.run(Number(known))
        removeWords.run(Number(known))
        if (!document) remove(Number(known))
      }
      if (!document) return
      const keys = listSortKeys(document)
      const sortable = keys ? 1 : 0
      if (known !== undefined) setEntry.run(document._type, sortable, Number(known))
      const entry = Number(
        known ?? addEntry.run(id, document._type, documentState(id), sortable).lastInsertRowid,
      )
      for (const { path, rank, value } of keys ?? [])
        addKey.run(pathNumber(document._type, path), rank, value, entry)
      addWords.run(entry, listWords(document).join(' '))
    },
    face(id, faces) {
      const { number, face: known, stale } = entryOf.get(id) ?? {}
      const document = number === undefined ? null : read(id)
      if (!document) return
      const entry = Number(number)
      const face = faces.faceOf(document)
      if (markOfFace(face) === Number(known) && stale === 0) return
      writeFace(entry, document._type, face)
      if (face.words.length === 0) return
      removeWords.run(entry)
      addWords.run(entry, [...listWords(document), ...face.words].join(' '))
    },
  }
}
