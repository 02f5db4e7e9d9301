import type { DocumentSource } from '../documents/document-source.ts'
import type { DocumentRules, PublicDocuments } from '../documents/public-documents.ts'
import type { SearchSizes } from '../search/search-index.ts'
import type { SearchJob } from '../search/search-job.ts'
import type { SiteBundle } from '../site-bundle/built-site.ts'
import type { ReportedFailure } from './failure-times.ts'
import type { OpenRelease } from './open-release.ts'
import type { ReleaseHold } from './release-hold.ts'

/** What keeping a release needs. */
export interface KeeperOptions {
  source: DocumentSource
  bundle: SiteBundle
  rules: DocumentRules
  dataDir: string
  /** Public address without a trailing slash. */
  origin: string
  now: () => Date
  onProgress?: (done: number, all: number) => void
  /** Hears of errors after which the publisher goes on by itself, with a new release. */
  onError?: (error: unknown) => void
  /** A change of more pages than this is rendered in threads. */
  pagesOfCrew?: number
  /** How the search is divided. */
  searchSizes?: SearchSizes
}

/** The release readers see, and the documents it was made of. */
export interface ReleaseKeeper {
  readonly documents: PublicDocuments
  readonly release: Pick<OpenRelease, 'folder' | 'publicDir' | 'pages'>
  /** Folder of the files readers get now: of another release while they are held at one. */
  readonly publicDir: string
  readonly hold: Pick<ReleaseHold, 'held' | 'notice'>
  readonly failures: ReportedFailure[]
  readonly search: Pick<SearchJob, 'pagesChanged' | 'whenFresh' | 'problem'>
  /** Whether a day began in some time zone or a page waits to be rendered again. */
  isDue(): boolean
  /**
   * Reads these documents anew and brings the release in step, with the clock too.
   * @returns whether anything changed for readers
   */
  publish(ids: readonly string[]): Promise<boolean>
  /**
   * Renders some of the pages that wait since a change of many.
   * @returns whether there are more
   */
  renderPending(): Promise<boolean>
  /** Renders a page that waits before the others; resolves at once for one that does not. */
  renderBeforeOthers(path: string): Promise<void>
  /** How many pages wait to be rendered. */
  readonly pendingPages: number
  /** Compresses one of the pages that were published in a hurry better. @returns whether there was one */
  polish(): Promise<boolean>
  /** Ids of documents whose revision in the lake is not the one known here. */
  findChanged(): Promise<string[]>
  isPending(path: string): boolean
  /** Shows readers an older release. @throws {RollbackError} when that cannot be */
  rollBack(name: string): Promise<void>
  /** Shows readers the newest release again. */
  resumeFollowing(): Promise<void>
  /** Keeps the release as it is now, to return to it later. @returns whether it changed since it was last kept */
  keep(): Promise<boolean>
  /** Writes the state and the snapshot of public documents. @returns how long it took, ms; 0 when there was no need */
  checkpoint(): Promise<number>
  /** Breaks off the publishing that is under way; a restart goes on with it. */
  abort(): void
  close(): Promise<void>
}
