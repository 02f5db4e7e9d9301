import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentRules, PublicDocuments } from './documents/public-documents.ts'
import { fileOfPath } from './release/file-of-path.ts'

/** How one document stands on the site. */
export interface DocumentOnSite {
  /**
   * `absent`: not published; `hidden`: published, and readers may see nothing of it; `rejected`: not sound, so left
   * out; `failed`: its page cannot be rendered and shows an older version; `waiting`: about to go live; `held`: readers
   * see an older release; `live`: readers see it.
   */
  state: 'absent' | 'hidden' | 'rejected' | 'failed' | 'waiting' | 'held' | 'live'
  /** The revision of the published document that the site knows; null when it knows none. */
  revision: string | null
  /** Path of its page, perhaps with an anchor; null when it has none of its own. */
  path: string | null
  /** When it last went live, ISO 8601 UTC; null when that is not known. */
  updatedAt: string | null
  /** What is wrong with the document, in words for editors. */
  problems: string[]
  /** Why nothing goes live at the moment, or null. */
  problem: string | null
}

/** What is known of the site and of this document in particular. */
export interface SiteKnowledge {
  rules: Pick<DocumentRules, 'addressOf'>
  documents: Pick<PublicDocuments, 'get' | 'getVisible' | 'rejected'>
  publicDir: string
  /** Whether the document, or its page, waits to be published. */
  isWaiting(path: string | null): boolean
  isFailing(path: string): boolean
  liveSince: string | null
  held: string | null
  problem: string | null
}

/** Says how a document stands on the site; of drafts it knows nothing. */
export async function describeOnSite(id: string, site: SiteKnowledge): Promise<DocumentOnSite> {
  const { documents, problem } = site
  const published = documents.get(id)
  const visible = documents.getVisible(id)
  const revision = published?.['_rev']
  const found = {
    revision: typeof revision === 'string' ? revision : null,
    path: null,
    updatedAt: null,
    problems: [],
    problem,
  } satisfies Partial<DocumentOnSite>
  if (published === undefined) return { ...found, state: site.isWaiting(null) ? 'waiting' : 'absent' }
  if (visible === undefined) {
    const rejected = documents.rejected().find((one) => one.id === id)
    if (rejected !== undefined) return { ...found, state: 'rejected', problems: rejected.problems }
    return { ...found, state: site.isWaiting(null) ? 'waiting' : 'hidden' }
  }
  const path = site.rules.addressOf(visible, (other) => documents.getVisible(other))
  const page = path === null ? null : path.replace(/#.*$/, '')
  const updatedAt = latest(site.liveSince, page === null ? null : await writtenAt(site.publicDir, page))
  return { ...found, path, updatedAt, state: stateOf(page, site) }
}

function stateOf(page: string | null, site: SiteKnowledge): DocumentOnSite['state'] {
  if (page !== null && site.isFailing(page)) return 'failed'
  if (site.isWaiting(page)) return 'waiting'
  return site.held === null ? 'live' : 'held'
}

/** A page is written when its bytes change, so its file tells since when it is what it is. */
async function writtenAt(publicDir: string, page: string): Promise<string | null> {
  try {
    return (await stat(join(publicDir, fileOfPath(page)))).mtime.toISOString()
  } catch {
    return null
  }
}

function latest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one
}
