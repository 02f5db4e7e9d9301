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
  /** Of documents only the ids are wanted, and in which state of the dataset they were found. */
  isSearch?: boolean
}

export interface QueryAnswer extends QueryResult {
  syncTags: SyncTag[]
  /** Of a search: the last transaction that it has seen. */
  sequence?: number
}

/** What a thread says about a task. */
export type Outcome = { answer: QueryAnswer } | { refusal: ErrorBody } | { failure: string } | { late: true }

/** What a query may take before it is begun anew elsewhere. */
export interface Allowance {
  timeMs: number
  /** Documents that are read. */
  documents: number
  /** How often a document is looked at, as far as that can be told beforehand. */
  looks: number
}

export interface TaskMessage {
  number: number
  task: QueryTask
  allowance: Allowance
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
  /** How much it gives way to other threads when the machine is busy: from 0 to 19, as `nice` counts. */
  niceness: number
}
