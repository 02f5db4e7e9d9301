import type { ChangeListener, DocumentSource, LakeDocument } from '../documents/document-source.ts'
import { isPublishedId } from '../documents/document-source.ts'

/** A lake in memory: documents are written with `put` and `remove`, and listeners hear of it at once. */
export interface MemorySource extends DocumentSource {
  put(document: { _id: string; _type: string; [field: string]: unknown }): void
  remove(id: string): void
  /** Listeners hear nothing of what is written meanwhile, only that they missed something. */
  missEvents(write: () => void): void
  /** Makes every read fail until called again with null. */
  failWith(problem: string | null): void
}

export function createMemorySource(initial: Iterable<LakeDocument> = []): MemorySource {
  const documents = new Map<string, LakeDocument>()
  const listeners = new Set<ChangeListener>()
  let revision = 0
  let muted = false
  let problem: string | null = null

  function write(id: string, document: LakeDocument | null): void {
    revision += 1
    if (document === null) documents.delete(id)
    else documents.set(id, { ...document, _rev: `r${revision}` })
    if (muted || !isPublishedId(id)) return
    for (const listener of listeners) listener.changed([id])
  }

  function answer<Result>(read: () => Result): Promise<Result> {
    return problem === null ? Promise.resolve(read()) : Promise.reject(new Error(problem))
  }

  for (const document of initial) write(document._id, document)

  return {
    async *published() {
      for (const document of documents.values()) if (isPublishedId(document._id)) yield document
    },
    fetch: (ids) => answer(() => ids.flatMap((id) => documents.get(id) ?? [])),
    revisions: () =>
      answer(() => {
        const published = [...documents.keys()].filter(isPublishedId)
        return new Map(published.map((id) => [id, String(documents.get(id)?.['_rev'])]))
      }),
    drafts: () => answer(() => [...documents.values()].filter(({ _id }) => _id.startsWith('drafts.'))),
    remember: (written) => answer(() => written.forEach((document) => write(document._id, document))),
    async listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put: (document) => write(document._id, document),
    remove: (id) => write(id, null),
    missEvents(change) {
      muted = true
      change()
      muted = false
      for (const listener of listeners) listener.missed()
    },
    failWith(reason) {
      problem = reason
    },
  }
}
