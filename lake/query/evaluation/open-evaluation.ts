import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangeFeed } from '../../listen/change-feed.ts'
import type { Limits } from '../../limits/limits.ts'
import type { DocumentStore } from '../../store/documents.ts'
import { prepareIndexFile } from '../../store/search-index/index-writer.ts'
import type { Visibility } from '../visible-documents.ts'
import { createInPlace } from './answer-in-place.ts'
import { createEvaluation, type Evaluation } from './evaluation.ts'
import { createIndexing } from './indexing.ts'
import type { ViewModule } from './task.ts'

interface Deps {
  dataDir: string
  projectId: string
  dataset: string
  documents: DocumentStore
  visibility: Visibility
  feed: ChangeFeed
  view: ViewModule | null | undefined
  limits: Limits
  onError: (error: unknown) => void
}

/** The evaluation of a data folder's queries, and the index that helps it. */
export interface OpenEvaluation extends Evaluation {
  /** Resolves when the index holds all that was committed before. */
  whenIndexed(): Promise<void>
}

/** So few documents are looked at one by one as quickly. */
const SMALL = 1_000

export function openEvaluation(deps: Deps): OpenEvaluation {
  const { dataDir, projectId, dataset, documents, visibility, feed, view, limits, onError } = deps
  const files = {
    datasetPath: join(dataDir, 'lake.sqlite'),
    // Not named as what has to be backed up.
    indexPath: join(dataDir, 'search-index.cache'),
  }
  try {
    prepareIndexFile(files.indexPath)
  } catch (error) {
    // Reading goes on when the disk of the data is full.
    onError(error)
    files.indexPath = join(mkdtempSync(join(tmpdir(), 'kopilka-index-')), 'search-index.cache')
    prepareIndexFile(files.indexPath)
  }
  const indexing = createIndexing({ ...files, view }, () => documents.count() < SMALL, onError)
  const inPlace = createInPlace({ documents, visibility, projectId, dataset, limits })
  const evaluation = createEvaluation({ ...files, projectId, dataset, view, inPlace, limits, onError })
  feed.subscribe(() => indexing.notify())
  indexing.notify()

  return {
    answer: (task, client) => evaluation.answer(task, client),
    search: (task) => evaluation.search(task),
    warmUp: () => evaluation.warmUp(),
    whenIndexed: () => indexing.whenDone(),
    async close() {
      await Promise.all([indexing.close(), evaluation.close()])
    },
  }
}
