import { join } from 'node:path'
import type { DocumentBytes } from '../documents/document-bytes.ts'
import type { PublicDocuments } from '../documents/public-documents.ts'
import { digestOf } from '../documents/public-documents.ts'
import { syncRedirects } from '../redirects/redirect-files.ts'
import { openSearchIndex } from '../search/search-index.ts'
import type { SearchIndex, SearchSizes } from '../search/search-index.ts'
import type { PublicDocument, SiteBundle, SiteChanges } from '../site-bundle/built-site.ts'
import { applyChanges } from './apply-changes.ts'
import { copyAssets } from './copy-assets.ts'
import type { LiveRelease } from './live-release.ts'
import { PAGES_OF_CREW, createCrewOnCall } from './crew-on-call.ts'
import { createPageIndex } from './page-index.ts'
import { deletePages } from './page-files.ts'
import { createPendingPages } from './pending-pages.ts'
import { beginRelease, findFollowedRelease } from './release-folders.ts'
import type { ReleaseFolder } from './release-folders.ts'
import { sweepTemporaryFiles } from './sweep-temporary-files.ts'
import { openStateKeeper, readReleaseState } from './release-state.ts'
import { renderAll } from './render-all.ts'

/** What a release is made from. */
export interface ReleaseInputs {
  dataDir: string
  bundle: SiteBundle
  /** Public address without a trailing slash. */
  origin: string
  /** See `siteClock`. */
  today: string
  at: Date
  documents: PublicDocuments
  /** Where former paths lead, given every path of the site. */
  redirects: (paths: Iterable<string>) => Map<string, string>
  /** Gets what readers saw when the publisher worked last. */
  onPrevious?: (documents: DocumentBytes<PublicDocument>) => void
  onProgress?: (done: number, all: number) => void
  onError?: ((error: unknown) => void) | undefined
  /** A change of more pages is rendered in threads. */
  pagesOfCrew?: number | undefined
  searchSizes?: SearchSizes | undefined
}

/** A release that readers see and that can be kept in step with the documents. */
export interface OpenRelease extends LiveRelease {
  folder: ReleaseFolder
  search: SearchIndex
  /** Whether the files changed since the last checkpoint. */
  changed: boolean
}

/**
 * Goes on with the current release when it was made by the same code for the same address: only pages that read
 * something that changed since are rendered, the first of them at once, the others wait.
 * @returns null when there is no release to go on with
 */
export async function resumeRelease(inputs: ReleaseInputs): Promise<OpenRelease | null> {
  const folder = await findFollowedRelease(releasesDirOf(inputs.dataDir))
  const stored = folder === null ? null : await readReleaseState(folder.stateDir)
  if (folder === null || stored === null) return null
  inputs.onPrevious?.(stored.documents)
  if (stored.bundle !== inputs.bundle.id || stored.origin !== inputs.origin) return null

  await sweepTemporaryFiles(folder.publicDir, stored.journalled)
  const { origin, today, unsure } = stored
  const site = inputs.bundle.createSite({ origin, today, documents: stored.documents.pack() })
  const state = await openStateKeeper(folder.stateDir, stored.sequence)
  const search = await openSearchIndex(folder.publicDir, folder.stateDir, {
    interrupted: stored.journalled,
    sizes: inputs.searchSizes,
  })
  const pages = createPageIndex(stored.pages)
  const live = { site, publicDir: folder.publicDir, pages, state, ...nothingPending(inputs), today }
  const wanted = new Set(site.urls())
  const gone = [...new Set([...pages.paths(), ...unsure])].filter((path) => !wanted.has(path))
  await deletePages(folder.publicDir, gone)
  for (const path of gone) pages.delete(path)
  // Of pages that may have been half written nothing is known: they are written whatever they were.
  for (const path of unsure) {
    const record = pages.get(path)
    if (record !== undefined) pages.set(path, { ...record, hash: '' })
  }
  const missing = [...wanted].filter((path) => !pages.has(path) || unsure.has(path))
  const changes = changesSince(stored.documents, inputs.documents, inputs.today)
  const result = await applyChanges(live, changes, missing, new AbortController().signal)
  await updateRedirects({ ...live, site }, inputs, true)
  return { ...live, folder, search, changed: result.noted || stored.journalled }
}

/** Renders everything into a new release and makes it the current one; until then the old one stays live. */
export async function makeNewRelease(inputs: ReleaseInputs): Promise<OpenRelease> {
  const { bundle, origin, today, documents } = inputs
  const unfinished = await beginRelease(releasesDirOf(inputs.dataDir), inputs.at)
  try {
    await copyAssets(bundle.assetsDir, unfinished.publicDir)
    const { site, pages, failures, later } = await renderAll({
      bundle,
      site: { origin, today, documents: documents.packVisible() },
      publicDir: unfinished.publicDir,
      leaveSlow: true,
      onProgress: inputs.onProgress,
    })
    await updateRedirects({ site, publicDir: unfinished.publicDir }, inputs, false)
    const found = pages.searchable()
    const firstSearch = await openSearchIndex(unfinished.publicDir, unfinished.stateDir, {
      interrupted: false,
      sizes: inputs.searchSizes,
    })
    // Readers do not wait for the index of a large site: it is built behind the release that is live.
    if (!firstSearch.isSlow(found)) await firstSearch.rebuildBase(found)
    await firstSearch.refresh(found)
    const firstState = await openStateKeeper(unfinished.stateDir, 0)
    const content = { bundle: bundle.id, origin, today, documents: documents.lines() }
    const unsure = [...failures.map(({ path }) => path), ...later]
    await firstState.checkpoint(
      { ...content, pages: pages.entries(), unsure },
      snapshotFileOf(inputs.dataDir),
    )
    const folder = await unfinished.finish()
    const state = await openStateKeeper(folder.stateDir, 1)
    const search = await openSearchIndex(folder.publicDir, folder.stateDir, {
      interrupted: false,
      sizes: inputs.searchSizes,
    })
    const live = { site, publicDir: folder.publicDir, pages, state, ...nothingPending(inputs), today }
    for (const failure of failures) live.failures.set(failure.path, failure)
    for (const path of later) live.pending.add(path, Infinity)
    return { ...live, folder, search, changed: false }
  } catch (error) {
    await unfinished.discard()
    throw error
  }
}

/**
 * Brings the redirects of a release in step with its pages.
 * @param unsure whether the process before may have left them half written
 */
export async function updateRedirects(
  { site, publicDir }: Pick<LiveRelease, 'site' | 'publicDir'>,
  { origin, redirects }: Pick<ReleaseInputs, 'origin' | 'redirects'>,
  unsure: boolean,
): Promise<void> {
  const paths = new Set(site.urls())
  const wanted = redirects(paths)
  await syncRedirects({ publicDir, origin, wanted, isPage: (path) => paths.has(path), unsure })
}

function nothingPending({
  bundle,
  origin,
  documents,
  onError,
  pagesOfCrew = PAGES_OF_CREW,
}: ReleaseInputs): Pick<LiveRelease, 'pending' | 'failures' | 'unflushed' | 'onCall'> {
  const onCall = createCrewOnCall({
    inputs: (today) =>
      bundle.dir === undefined
        ? null
        : { bundleDir: bundle.dir, site: { origin, today, documents: documents.packVisible() } },
    pagesOfCrew,
    onError,
  })
  return { pending: createPendingPages(), failures: new Map(), unflushed: new Map(), onCall }
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
  before: DocumentBytes<PublicDocument>,
  now: PublicDocuments,
  today: string,
): Required<SiteChanges> {
  const changed = new Set<string>()
  const remaining = new Set(before.ids())
  for (const [id, digest] of now.digests()) {
    remaining.delete(id)
    const old = before.get(id)
    if (old === undefined || digestOf(old) !== digest) changed.add(id)
  }
  return { upsert: [...changed].flatMap((id) => now.getVisible(id) ?? []), remove: [...remaining], today }
}
