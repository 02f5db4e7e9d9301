import type { DocumentPack } from '../documents/document-bytes.ts'

/** A document as readers may see it. */
export interface PublicDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** What changes between two states of the site. */
export interface SiteChanges {
  upsert?: PublicDocument[]
  remove?: string[]
  /** ISO date, the same in every time zone, or an ISO moment, at which each region has its own day. */
  today?: string
}

/** One rendered file of the site. */
export interface RenderedPage {
  status: number
  contentType: string
  body: Uint8Array | string
  /** Keys of everything the page read: `doc:<id>`, `index:<name>:<value>`, `today:<time zone>`. */
  reads: string[]
}

/** The site built into a server bundle, over documents held in memory. */
export interface BuiltSite {
  /**
   * @returns the keys whose values changed: a page that read none of them renders to the same bytes; and the paths
   * that came and went
   */
  apply(changes: SiteChanges): { touched: Set<string>; added: string[]; removed: string[] }
  /** Paths of every file of the site: `/praktiki/x/`, `/sitemap.xml`. */
  urls(): string[]
  render(path: string): Promise<RenderedPage>
}

export interface SiteOptions {
  /** Public address without a trailing slash. */
  origin: string
  /** As in `SiteChanges`. */
  today: string
  documents: DocumentPack | Iterable<PublicDocument>
  /** Whether only editors see the pages. */
  forEditors?: boolean
}

export type CreateSite = (options: SiteOptions) => BuiltSite

/** A site bundle that was loaded and can be rendered. */
export interface SiteBundle {
  createSite: CreateSite
  /** Folder of files to be copied into every release as they are: styles, fonts, scripts. */
  assetsDir: string
  /** Changes whenever the code of the site changes. */
  id: string
  /** Folder it can be loaded from in another thread; missing when it cannot. */
  dir?: string
}
