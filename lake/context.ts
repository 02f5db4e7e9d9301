import type { Logger } from 'pino'
import type { Accounts } from './access/accounts.ts'
import type { Access } from './access/open-access.ts'
import type { AuditLog } from './audit/audit-log.ts'
import type { Assets } from './assets/open-assets.ts'
import type { LakeDocument } from './documents/document.ts'
import type { Clients } from './limits/clients.ts'
import type { ChangeFeed } from './listen/change-feed.ts'
import type { SharedListeners } from './listen/shared-listeners.ts'
import type { Commit } from './mutations/commit.ts'
import type { Transact } from './mutations/transact.ts'
import type { Evaluation } from './query/evaluation/evaluation.ts'
import type { Visibility } from './query/visible-documents.ts'
import type { Scopes } from './scopes/create-scopes.ts'
import type { DocumentStore } from './store/documents.ts'
import type { TransactionStore } from './store/transactions.ts'

/**
 * What an anonymous reader may see of a published document, or null when nothing.
 * Pure; `get` gives the published document that an id names and `referring` those that refer to an id, both before
 * this view is applied. What changes with `now` alone lasts for half a day at least; a view that reads `now` only where it
 * matters is made less often.
 */
export type PublicView = (
  document: LakeDocument,
  look: {
    get: (id: string) => LakeDocument | undefined
    referring: (id: string) => LakeDocument[]
    now: Date
  },
) => LakeDocument | null

/** What every part of an open lake works with. One per process and data folder. */
export interface LakeContext {
  projectId: string
  dataset: string
  dataDir: string
  /** Public address without a trailing slash, or undefined: then the address of each request counts. */
  origin: string | undefined
  /** Other origins whose pages may read with a token. */
  allowedOrigins: readonly string[]
  now: () => Date
  log: Logger
  access: Access
  accounts: Accounts
  audit: AuditLog
  scopes: Scopes
  assets: Assets
  documents: DocumentStore
  transactions: TransactionStore
  /** Evaluates queries. */
  evaluation: Evaluation
  /** Counts what each client asks for. */
  clients: Clients
  /** Decides what an identity can see; answers read documents through it only. */
  visibility: Visibility
  transact: Transact
  /** Writes mutations in one durable transaction and tells the listeners. */
  commit: Commit
  feed: ChangeFeed
  listeners: SharedListeners
  publicView: PublicView
  /** Aborted when the lake closes: streams end then. */
  closing: AbortSignal
}
