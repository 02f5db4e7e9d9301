import type { LakeDocument } from '../../documents/document.ts'
import { TooManyDocumentsError } from '../../store/document-reader.ts'
import type { DocumentStore } from '../../store/documents.ts'
import type { DocumentSource } from '../document-source.ts'

type Documents = Pick<DocumentStore, 'get' | 'select' | 'findIds'>

/**
 * Documents to look at a few times only. Reading throws before the documents are parsed that would be too many.
 * @param looks at one document each
 */
export function lookAtFew(documents: Documents, looks: number): DocumentSource {
  let left = looks
  const spend = (count: number) => {
    left -= count
    if (left < 0) throw new TooManyDocumentsError('more documents than may be looked at here')
  }
  return {
    get(id): LakeDocument | undefined {
      spend(1)
      return documents.get(id)
    },
    select(selection) {
      const ids = documents.findIds(selection, left + 1)
      spend(ids.length)
      return ids.flatMap((id) => documents.get(id) ?? [])
    },
  }
}
