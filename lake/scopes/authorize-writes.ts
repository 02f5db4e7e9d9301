import { hasRole, type Identity } from '../access/identity.ts'
import { publishedId } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import { stepFailed, type StepError } from '../mutations/step-error.ts'
import type { PendingChange } from '../mutations/working-set.ts'
import type { Visibility } from '../query/visible-documents.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Scopes, WorkArea } from './create-scopes.ts'
import { refuseTakenAddress, type AddressOf } from './taken-address.ts'

/** What somebody may write whose role counts in some places only. */
export interface WriteGuard {
  /** What the writer sees of a stored document. */
  show(document: LakeDocument): LakeDocument | null
  /**
   * A stored document that the writer is about to work with; undefined when it is out of sight.
   * @throws StepError 403 when it is in sight, but not the writer's
   */
  open(document: LakeDocument): LakeDocument | undefined
  /**
   * Looks at everything that a transaction would change.
   * @returns a check of single changes, which throws StepError 403, or 409 for an address that is taken
   */
  check(changes: readonly PendingChange[]): (change: PendingChange) => void
}

/** @returns null for who may write everything */
export type Authorize = (identity: Identity) => WriteGuard | null

interface Deps {
  documents: Pick<DocumentStore, 'select' | 'referencesTo' | 'get'>
  scopes: Scopes
  visibility: Pick<Visibility, 'show'>
  addressOf: AddressOf
}

export function createAuthorize(deps: Deps): Authorize {
  const { documents, scopes, visibility } = deps

  function check(
    changes: readonly PendingChange[],
    area: WorkArea,
    isSeen: (document: LakeDocument) => boolean,
  ): (change: PendingChange) => void {
    const written = changes.flatMap(({ after }) => after ?? [])
    const changed = new Map(changes.map((change) => [change.id, change]))
    const isForeign = (document: LakeDocument) => !area.has(document) && isSeen(document)
    return (change) => {
      const { id, before, after } = change
      // An id that is taken out of sight is refused as one that is only referred to: what is there is not told.
      if (before && !area.has(before)) throw refused(id, isSeen(before) ? 'update' : 'create')
      if (after && !area.willHave(after, written)) throw refused(id, before ? 'update' : 'create')
      // All versions of a document belong together: a draft of what is somebody else's would pose as theirs.
      const family = documents.select({ bases: [publishedId(id)] })
      if (family.some((version) => !changed.has(version._id) && !area.has(version)))
        throw refused(id, family.some(isSeen) ? 'update' : 'create')
      // What others refer to already would bring their documents into the scope, or stand in for what they mean.
      if (family.length === 0 && isReferredToFromOutside(id, changed, area)) throw refused(id, 'create')
      refuseTakenAddress(change, changed, isForeign, deps)
    }
  }

  function isReferredToFromOutside(
    id: string,
    changed: ReadonlyMap<string, PendingChange>,
    area: WorkArea,
  ): boolean {
    return documents.referencesTo(publishedId(id)).some(({ source }) => {
      const referring = changed.has(source) ? undefined : documents.get(source)
      return referring !== undefined && !area.has(referring)
    })
  }

  return (identity) => {
    if (identity.scopes === undefined && hasRole(identity, 'editor')) return null
    const area = scopes.areaOf(identity) ?? NOWHERE
    const mayWrite = hasRole(identity, 'editor')
    const show = (document: LakeDocument) => visibility.show(document, identity)
    return {
      show,
      open(document) {
        if (mayWrite && area.has(document)) return document
        if (show(document) === null) return undefined
        throw refused(document._id, 'update')
      },
      check: (changes) =>
        mayWrite
          ? check(changes, area, (document) => show(document) !== null)
          : ({ id }) => {
              throw refused(id, 'update')
            },
    }
  }
}

const NOWHERE: WorkArea = {
  has: () => false,
  willHave: () => false,
  describe: () => [],
  select: () => [],
  moved: () => [],
}

function refused(id: string, permission: 'create' | 'update'): StepError {
  return stepFailed(
    403,
    'insufficientPermissionsError',
    `Insufficient permissions; permission "${permission}" required`,
    {
      id,
      permission,
    },
  )
}
