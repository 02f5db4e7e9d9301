import { readsEverything, type Identity } from '../../access/identity.ts'
import { documentState, draftId, publishedId } from '../../documents/document-id.ts'
import { createChangeFeed, type Committed } from '../../listen/change-feed.ts'
import { createScopes } from '../../scopes/create-scopes.ts'
import type { DocumentReader } from '../../store/document-reader.ts'
import type { WalkOrder, Ways } from '../../store/walk.ts'
import type { DocumentSource } from '../document-source.ts'
import { ASSET_TYPES, createVisibility } from '../visible-documents.ts'
import { loadView } from './load-view.ts'
import type { ViewModule } from './task.ts'

/** Decides in an evaluating thread what an identity can see: as `Visibility` does, over the thread's own reader. */
export async function createThreadSight(
  reader: DocumentReader,
  view: ViewModule | null,
): Promise<(identity: Identity, now: Date) => DocumentSource> {
  const publicView = await loadView(view)
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
    const scopes = createScopes({ documents, feed })
    const visibility = createVisibility({
      documents,
      feed,
      scopes,
      hasWritten: ({ id }, documentId) => reader.hasAuthor(documentId, id),
      publicView,
      now: () => now,
    })
    return { visibility, scopes, feed }
  }

  return (identity, time) => {
    now = time
    if (readsEverything(identity)) return reader
    restricted ??= openVisibility()
    const { visibility, scopes } = restricted
    const visible = visibility.sourceFor(identity)
    function prepareOwn(types: readonly string[] | null) {
      // Scopes alone do not tell who sees an asset whole.
      if (!types || types.some((type) => ASSET_TYPES.includes(type))) return null
      return () =>
        (scopes.areaOf(identity)?.select() ?? []).flatMap((selection) =>
          reader.findIds({
            ...selection,
            types: selection.types?.filter((type) => types.includes(type)) ?? types,
          }),
        )
    }

    return {
      ...visible,
      indexed: {
        walk({ words, ...walk }, perspective) {
          const found = reader.walkPublicly(
            { ...walk, ...(words && { words }), now, own: prepareOwn(walk.types) },
            perspective,
          )
          if (found) return found
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
