import type { Identity } from '../../access/identity.ts'
import type { ErrorBody } from '../../errors.ts'
import type { Limits } from '../../limits/limits.ts'
import type { Perspective } from '../perspective.ts'
import type { QueryRequest, QueryResult } from '../run-query.ts'
import type { SyncTag } from '../sync-tags.ts'

/** A query with everything that its answer depends on besides the dataset. */
export interface QueryTask {
  request: QueryRequest
  identity: Identity
  perspective: Perspective
  now: Date
  /** How a source map tells items of arrays; null when none is wanted. */
  byKey: boolean | null
}

export interface QueryAnswer extends QueryResult {
  syncTags: SyncTag[]
}

/** What a thread says about a task. */
export type Outcome = { answer: QueryAnswer } | { refusal: ErrorBody } | { failure: string } | { late: true }

export interface TaskMessage {
  number: number
  task: QueryTask
  timeMs: number
}

export interface OutcomeMessage {
  number: number
  outcome: Outcome
}

/** A module with the view of the public: functions cannot be handed to another thread. */
export interface ViewModule {
  /** `file:` URL. */
  url: string
  /** Name of the exported function, a `PublicView`. */
  name: string
}

/** What an evaluating thread is started with. */
export interface ThreadSetting {
  datasetPath: string
  indexPath: string
  projectId: string
  dataset: string
  view: ViewModule | null
  limits: Limits
  /** JSON of the documents that are kept parsed, in characters. */
  cacheSize: number
  /** Gives way to the other threads when the machine is busy. */
  isPatient: boolean
}
