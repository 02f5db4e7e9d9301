import { readsEverything, type Identity } from '../../access/identity.ts'
import type { PublicView } from '../../context.ts'
import { documentState, draftId, publishedId } from '../../documents/document-id.ts'
import { isRecord } from '../../documents/document.ts'
import { createChangeFeed, type Committed } from '../../listen/change-feed.ts'
import { createScopes } from '../../scopes/create-scopes.ts'
import type { DocumentReader } from '../../store/document-reader.ts'
import type { WalkOrder, Ways } from '../../store/walk.ts'
import type { DocumentSource } from '../document-source.ts'
import { createVisibility } from '../visible-documents.ts'
import type { ViewModule } from './task.ts'

/** Decides in an evaluating thread what an identity can see: as `Visibility` does, over the thread's own reader. */
export async function createThreadSight(
  reader: DocumentReader,
  view: ViewModule | null,
): Promise<(identity: Identity, now: Date) => DocumentSource> {
  const publicView = view ? await loadView(view) : showAll
  let now = new Date(0)
  let restricted: ReturnType<typeof openVisibility> | null = null
  // What others see may depend on any document: what is known of it keeps step as far as the log tells.
  reader.onChange((changed) => {
    if (changed === null) restricted = null
    else restricted?.feed.emit(describeChanges(changed))
  })

  function openVisibility() {
    const feed = createChangeFeed(() => {
      restricted = null
    })
    const documents = {
      get: (id: string) => reader.get(id),
      // What a view shows may be in other words.
      select: ({ words: _words, ...selection }: Parameters<DocumentReader['select']>[0]) =>
        reader.select(selection),
      referencesTo: (id: string) => reader.referencesTo(id),
    }
    const visibility = createVisibility({
      documents,
      feed,
      scopes: createScopes({ documents, feed }),
      hasWritten: ({ id }, documentId) => reader.hasAuthor(documentId, id),
      publicView,
      now: () => now,
    })
    return { visibility, feed }
  }

  return (identity, time) => {
    now = time
    if (readsEverything(identity)) return reader
    restricted ??= openVisibility()
    const visible = restricted.visibility.sourceFor(identity)
    return {
      ...visible,
      indexed: {
        walk({ words: _words, ...walk }, perspective) {
          // A view leaves ids and system times as they are, but nothing else is sure.
          if (!isOrderOfAll(walk.order)) return null
          if (perspective !== 'drafts') return reader.indexed.walk(walk, perspective)
          const stored = reader.indexed.walk(walk, 'raw')
          return stored && mapWays(stored, (id) => showDraft(id, visible))
        },
      },
    }
  }
}

/**
 * Under which id the perspective of drafts shows a stored document where it stands: a draft, or what has no draft that
 * the reader sees.
 */
function showDraft(id: string, visible: DocumentSource): string | null {
  const state = documentState(id)
  if (state === 'version') return null
  const isShown = (visible.get(draftId(publishedId(id))) !== undefined) === (state === 'draft')
  return isShown ? publishedId(id) : null
}

function mapWays({ loose, ways }: Ways<readonly string[]>, showId: (id: string) => string | null) {
  const show = (ids: readonly string[]) => ids.flatMap((id) => showId(id) ?? [])
  return { loose: show(loose), ways: ways.map((way) => mapBatches(way, show)) }
}

function* mapBatches(
  batches: Iterable<readonly string[]>,
  show: (ids: readonly string[]) => string[],
): Generator<readonly string[]> {
  for (const ids of batches) yield show(ids)
}

/** Whether everybody sees documents in the same order. */
function isOrderOfAll(order: WalkOrder): boolean {
  if (order === 'id') return true
  const [field, ...deeper] = order.path
  return deeper.length === 0 && (field === '_updatedAt' || field === '_createdAt')
}

/** As much of a transaction as those who decide what is seen look at. */
function describeChanges(ids: readonly string[]): Committed {
  const effects = { apply: [], revert: [] }
  const changes = ids.map((documentId) => ({
    documentId,
    documentType: '',
    previousRev: null,
    resultRev: null,
    mutations: [],
    effects,
  }))
  return { sequence: 0, id: '', author: '', timestamp: '', changes, states: [] }
}

function showAll<Document>(document: Document): Document {
  return document
}

/** @throws Error when the module has no such function */
async function loadView({ url, name }: ViewModule): Promise<PublicView> {
  const module: unknown = await import(url)
  const view = isRecord(module) ? module[name] : undefined
  if (!isView(view)) throw new Error(`${url} has no function "${name}"`)
  return view
}

function isView(value: unknown): value is PublicView {
  return typeof value === 'function'
}
