import type { DocumentSource, LakeDocument } from '../documents/document-source.ts'

const PREFIX = 'drafts.'

/** Drafts laid over published documents, as they would look if everything were published now. */
export interface DraftOverlay {
  /**
   * Reads the drafts anew.
   * @param admits which of them to lay over
   * @returns ids, without prefix, of documents that look different from before
   */
  refresh(admits: (draft: LakeDocument) => boolean): Promise<string[]>
  /** The draft under the id of its published document, else the published document. */
  get(id: string): LakeDocument | undefined
  ids(): Iterable<string>
}

export function createDraftOverlay(
  source: Pick<DocumentSource, 'drafts'>,
  published: (id: string) => LakeDocument | undefined,
): DraftOverlay {
  let drafts = new Map<string, LakeDocument>()
  return {
    async refresh(admits) {
      const before = drafts
      drafts = new Map()
      for (const draft of (await source.drafts()).filter(admits)) {
        const id = draft._id.slice(PREFIX.length)
        drafts.set(id, { ...draft, _id: id })
      }
      return [...new Set([...before.keys(), ...drafts.keys()])].filter(
        (id) => before.get(id)?.['_rev'] !== drafts.get(id)?.['_rev'],
      )
    },
    get: (id) => drafts.get(id) ?? published(id),
    ids: () => drafts.keys(),
  }
}
