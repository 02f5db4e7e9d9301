import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import type { Accounts } from './access/accounts.ts'
import { readsEverything, type Identity } from './access/identity.ts'
import { openAccess } from './access/open-access.ts'
import type { AuditKind } from './audit/audit-kinds.ts'
import { recordChanges } from './audit/record-changes.ts'
import { openAssets } from './assets/open-assets.ts'
import type { Sweep } from './assets/sweep-assets.ts'
import { createApp, listRoutes } from './app.ts'
import type { LakeContext, PublicView } from './context.ts'
import { draftId } from './documents/document-id.ts'
import { addressOf, noteAddress } from './http/client-address.ts'
import { createChangeFeed } from './listen/change-feed.ts'
import { createSharedListeners } from './listen/shared-listeners.ts'
import { createClients } from './limits/clients.ts'
import { DEFAULT_LIMITS, type Limits } from './limits/limits.ts'
import { createCommit } from './mutations/commit.ts'
import { createSearches } from './mutations/find-ids.ts'
import { createTransact } from './mutations/transact.ts'
import { openEvaluation } from './query/evaluation/open-evaluation.ts'
import type { ViewModule } from './query/evaluation/task.ts'
import { createVisibility } from './query/visible-documents.ts'
import { createAuthorize } from './scopes/authorize-writes.ts'
import type { AddressOf } from './scopes/taken-address.ts'
import { createScopes } from './scopes/create-scopes.ts'
import { attachSockets, type Sockets } from './sockets/attach-sockets.ts'
import { openDatabase } from './store/database.ts'
import { DATASET_MIGRATIONS } from './store/dataset-schema.ts'
import { createDocumentStore } from './store/documents.ts'
import { createTransactionStore } from './store/transactions.ts'
import { createWriteQueue } from './store/write-queue.ts'

export interface LakeOptions {
  /** Folder of the data; created when missing. */
  dataDir: string
  projectId: string
  dataset: string
  /** Public address, as `https://nastavnik.example`; without it the address of each request counts. */
  origin?: string
  /** Other origins whose pages may call the lake with a token. */
  allowedOrigins?: readonly string[]
  /** What anonymous readers may see of a published document; everything when missing. */
  publicView?: PublicView
  /**
   * The same view as the export of a module, for the threads that evaluate queries. Without it the queries of those who
   * do not see everything are evaluated in the thread of `publicView`, within a shorter time.
   */
  publicViewModule?: ViewModule
  /** Where readers find documents: nobody may take the address of a document out of their scope. Nowhere when missing. */
  addressOf?: AddressOf
  limits?: Partial<Limits>
  logger?: Logger
  now?: () => Date
}

/** A lake that is open for requests. */
export interface Lake {
  /** Answers a request to the API. `address`: from where it came, for limits and the audit log. */
  fetch(request: Request, from?: { address?: string | undefined }): Promise<Response>
  /**
   * Says of stored documents, by id, whether who makes a request sees all of them. For other ways to the content than `fetch`.
   * Wrong or ended credentials are as good as none.
   */
  sightOf(request: Request): (id: string) => boolean
  /**
   * Puts what somebody asked for with a request into the audit log, when it was not the lake that did it.
   * @param subject to what, as people call it
   */
  record(request: Request, kind: AuditKind, subject: string): void
  /** Tidies up the bytes of assets that no document knows; to be called about once a day. */
  sweepAssets(): Promise<Sweep>
  /** Takes over the WebSocket upgrades of a server. */
  attach(server: Server): void
  accounts: Accounts
  /** What it answers over HTTP, as `GET /data/query/:dataset`, without the prefix of the version. */
  routes: readonly string[]
  /** Resolves when the index of queries holds all that was written before; until then they may take longer. */
  whenIndexed(): Promise<void>
  /** Starts what the first queries would otherwise wait for. */
  warmUp(): Promise<void>
  /** Ends all streams and closes the files. */
  close(): Promise<void>
}

/**
 * Opens the lake of a data folder.
 * @throws Error when the files were written by a newer version of the program
 */
export async function openLake(options: LakeOptions): Promise<Lake> {
  const {
    dataDir,
    projectId,
    dataset,
    origin,
    now = () => new Date(),
    publicView = (document) => document,
    addressOf: addressOfDocument = () => null,
  } = options
  mkdirSync(dataDir, { recursive: true })
  const log =
    options.logger ?? pino({ level: 'warn', redact: ['req.headers.authorization', 'req.headers.cookie'] })
  const access = openAccess({ dataDir, now, ...(origin !== undefined && { origin }) })
  const database = openDatabase(join(dataDir, 'lake.sqlite'), DATASET_MIGRATIONS)
  const documents = createDocumentStore(database)
  const transactions = createTransactionStore(database)
  const queue = createWriteQueue(database, () => documents.forget())
  const feed = createChangeFeed((error) => log.error({ err: error }, 'a listener failed unexpectedly'))
  const scopes = createScopes({ documents, feed })
  const hasWritten = (identity: Identity, documentId: string) =>
    transactions.list({ documentIds: [documentId], authors: [identity.id], limit: 1 }).length > 0
  const visibility = createVisibility({ documents, feed, scopes, hasWritten, publicView, now })
  const authorize = createAuthorize({ documents, scopes, visibility, addressOf: addressOfDocument })
  recordChanges({
    feed,
    audit: access.audit,
    exists: (id) => documents.get(id) !== undefined,
    nameOf: (id) => access.people.find(id)?.displayName ?? id,
  })
  const transact = createTransact({ queue, documents, transactions, feed, now, authorize })
  const searchesOf = createSearches({
    projectId,
    dataset,
    now,
    documents,
    sequence: () => transactions.last()?.sequence ?? 0,
    search: (task) => evaluation.search(task),
  })
  const commit = createCommit({
    transact,
    searchesOf,
    look: (id, identity) => visibility.show(documents.get(id) ?? null, identity),
  })
  const assets = await openAssets({
    access,
    commit,
    dataDir,
    dataset,
    documents,
    now,
    origin,
    projectId,
    visibility,
  })
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits }
  const evaluation = openEvaluation({
    dataDir,
    projectId,
    dataset,
    documents,
    visibility,
    feed,
    view: options.publicViewModule ?? (options.publicView ? undefined : null),
    limits,
    onError: (error) => log.error({ err: error }, 'a thread failed unexpectedly'),
  })
  const closing = new AbortController()
  const context: LakeContext = {
    projectId,
    dataset,
    dataDir,
    origin,
    allowedOrigins: options.allowedOrigins ?? [],
    now,
    log,
    access,
    accounts: access.accounts,
    audit: access.audit,
    scopes,
    assets,
    documents,
    transactions,
    visibility,
    evaluation,
    clients: createClients(limits),
    transact,
    commit,
    feed,
    listeners: createSharedListeners(),
    publicView,
    closing: closing.signal,
  }
  const app = createApp(context)
  const fetch: Lake['fetch'] = async (request, { address } = {}) => {
    if (address !== undefined) noteAddress(request, address)
    return app.fetch(request)
  }
  const attached: Sockets[] = []
  const mayKnow = (identity: Identity, id: string) => {
    const source = visibility.sourceFor(identity)
    return readsEverything(identity) || (source.get(id) ?? source.get(draftId(id))) !== undefined
  }

  return {
    fetch,
    sweepAssets: () => assets.sweep(),
    sightOf(request) {
      const identity = access.accounts.identifyLeniently(request)
      return (id) => {
        const document = documents.get(id)
        return (
          identity.kind !== 'anonymous' && document !== undefined && visibility.seesWhole(document, identity)
        )
      }
    },
    record(request, kind, subject) {
      const { id, name } = access.accounts.identifyLeniently(request)
      access.audit.record({ kind, actor: { id, name }, subject, address: addressOf(request) })
    },
    attach: (server) =>
      void attached.push(attachSockets(server, { access, dataset, origin, fetch, mayKnow })),
    accounts: access.accounts,
    routes: listRoutes(app),
    whenIndexed: () => evaluation.whenIndexed(),
    warmUp: () => evaluation.warmUp(),
    close: async () => {
      closing.abort()
      queue.close()
      await Promise.all([...attached.map((sockets) => sockets.close()), evaluation.close()])
      access.close()
      database.close()
    },
  }
}
