import { readsEverything, type Identity } from '../access/identity.ts'
import type { LakeContext } from '../context.ts'
import { rebuildStates } from './past-states.ts'

/** A change of a document, by its place in the log. */
interface ChangePlace {
  sequence: number
  documentId: string
}

/**
 * Says which changes of documents a reader is told of: those before and after which the reader sees the whole document.
 * What a document was before it came into the reader's scope, and after it left, stays untold.
 * @param ids the documents whose changes will be asked about
 */
export function createToldHistory(
  ids: readonly string[],
  identity: Identity,
  { documents, transactions, visibility }: Pick<LakeContext, 'documents' | 'transactions' | 'visibility'>,
): (place: ChangePlace) => boolean {
  if (readsEverything(identity)) return () => true
  const log = transactions.list({ documentIds: ids })
  const states = rebuildStates(log, (id) => documents.get(id))
  const isHidden = (document: Parameters<typeof visibility.seesWhole>[0] | null) =>
    document !== null && !visibility.seesWhole(document, identity)
  const told = new Set<string>()
  log.forEach(({ sequence, changes }, index) => {
    changes.forEach(({ documentId }, position) => {
      const { before = null, after = null } = states[index]?.[position] ?? {}
      if (!isHidden(before) && !isHidden(after)) told.add(keyOf({ sequence, documentId }))
    })
  })
  return (place) => told.has(keyOf(place))
}

function keyOf({ sequence, documentId }: ChangePlace): string {
  return `${sequence} ${documentId}`
}
