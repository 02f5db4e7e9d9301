import { join } from 'node:path'
import type { PublicDocuments } from '../documents/public-documents.ts'
import { digestOf } from '../documents/public-documents.ts'
import { openSearchIndex } from '../search/search-index.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { PublicDocument, SiteBundle, SiteChanges } from '../site-bundle/built-site.ts'
import { applyChanges } from './apply-changes.ts'
import type { LiveRelease } from './apply-changes.ts'
import { copyAssets } from './copy-assets.ts'
import { createPageIndex } from './page-index.ts'
import type { PageIndex } from './page-index.ts'
import { beginRelease, findCurrentRelease } from './release-folders.ts'
import type { ReleaseFolder } from './release-folders.ts'
import { sweepTemporaryFiles } from './sweep-temporary-files.ts'
import { openStateKeeper, readReleaseState } from './release-state.ts'
import { renderAll } from './render-all.ts'
import type { PageFailure } from './render-page.ts'

/** What a release is made from. */
export interface ReleaseInputs {
  dataDir: string
  bundle: SiteBundle
  /** Public address without a trailing slash. */
  origin: string
  /** YYYY-MM-DD */
  today: string
  at: Date
  documents: PublicDocuments
  onProgress?: (done: number, all: number) => void
}

/** A release that readers see and that can be kept in step with the documents. */
export interface OpenRelease extends LiveRelease {
  folder: ReleaseFolder
  search: SearchIndex
  failures: PageFailure[]
  /** Whether the files changed since the last checkpoint. */
  changed: boolean
}

/**
 * Goes on with the current release when it was made by the same code for the same address: only pages that read
 * something that changed since are rendered.
 * @returns null when there is no release to go on with
 */
export async function resumeRelease(inputs: ReleaseInputs): Promise<OpenRelease | null> {
  const folder = await findCurrentRelease(releasesDirOf(inputs.dataDir))
  const stored = folder === null ? null : await readReleaseState(folder.stateDir)
  if (folder === null || stored === null) return null
  if (stored.bundle !== inputs.bundle.id || stored.origin !== inputs.origin) return null

  await sweepTemporaryFiles(folder.publicDir, stored.journalled)
  const { origin, today, pages } = stored
  const site = inputs.bundle.createSite({ origin, today, documents: stored.documents.values() })
  const state = await openStateKeeper(folder.stateDir, stored.sequence)
  const search = await openSearchIndex(folder.publicDir, folder.stateDir, { interrupted: stored.journalled })
  const live = { site, publicDir: folder.publicDir, pages: createPageIndex(pages), state }
  const changes = changesSince(stored.documents, inputs.documents, inputs.today)
  const result = await applyChanges(live, changes, stored.unsure, new AbortController().signal)
  return { ...live, folder, search, failures: result.failures, changed: result.noted || stored.journalled }
}

/** Renders everything into a new release and makes it the current one; until then the old one stays live. */
export async function makeNewRelease(inputs: ReleaseInputs): Promise<OpenRelease> {
  const { bundle, origin, today, documents } = inputs
  const site = bundle.createSite({ origin, today, documents: documents.visible() })
  const unfinished = await beginRelease(releasesDirOf(inputs.dataDir), inputs.at)
  try {
    await copyAssets(bundle.assetsDir, unfinished.publicDir)
    const { pages, failures } = await renderAll(site, unfinished.publicDir, inputs.onProgress)
    const found = foundPages(pages)
    const firstSearch = await openSearchIndex(unfinished.publicDir, unfinished.stateDir, {
      interrupted: false,
    })
    await firstSearch.rebuildBase(found)
    await firstSearch.refresh(found)
    const firstState = await openStateKeeper(unfinished.stateDir, 0)
    const content = { bundle: bundle.id, origin, today, documents: documents.visible() }
    const failed = failures.map(({ path }) => path)
    await firstState.checkpoint(
      { ...content, pages: pages.entries(), failed },
      snapshotFileOf(inputs.dataDir),
    )
    const folder = await unfinished.finish()
    const state = await openStateKeeper(folder.stateDir, 1)
    const search = await openSearchIndex(folder.publicDir, folder.stateDir, { interrupted: false })
    return { site, publicDir: folder.publicDir, pages, state, folder, search, failures, changed: false }
  } catch (error) {
    await unfinished.discard()
    throw error
  }
}

/** Pages that the search must hold, with the hash of their bytes. */
export function foundPages(pages: PageIndex): Map<string, string> {
  const found = new Map<string, string>()
  for (const [path, { searchable, hash }] of pages.entries()) if (searchable) found.set(path, hash)
  return found
}

/** Folder of all releases and of the link `current`. */
export function releasesDirOf(dataDir: string): string {
  return join(dataDir, 'releases')
}

/** Public documents as NDJSON, for a plain `astro build`. */
export function snapshotFileOf(dataDir: string): string {
  return join(dataDir, 'snapshot.ndjson')
}

function changesSince(
  before: ReadonlyMap<string, PublicDocument>,
  now: PublicDocuments,
  today: string,
): Required<SiteChanges> {
  const upsert: PublicDocument[] = []
  const remaining = new Set(before.keys())
  for (const document of now.visible()) {
    remaining.delete(document._id)
    const old = before.get(document._id)
    if (old === undefined || digestOf(old) !== digestOf(document)) upsert.push(document)
  }
  return { upsert, remove: [...remaining], today }
}
