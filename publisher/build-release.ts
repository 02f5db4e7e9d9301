import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DocumentSource } from './documents/document-source.ts'
import { createPublicDocuments } from './documents/public-documents.ts'
import type { DocumentRules, RejectedDocument } from './documents/public-documents.ts'
import { copyAssets } from './release/copy-assets.ts'
import { copyReferencedFiles } from './release/copy-referenced-files.ts'
import { flushTree } from './release/durable-files.ts'
import { renderAll } from './release/render-all.ts'
import type { PageFailure } from './release/render-page.ts'
import { syncRedirects } from './redirects/redirect-files.ts'
import { createReleaseRedirects } from './redirects/release-redirects.ts'
import { openSearchIndex } from './search/search-index.ts'
import type { SiteBundle } from './site-bundle/built-site.ts'
import { siteClock } from './site-clock.ts'

/** A file that marks a folder as ours, so that a build may replace it. */
const MARK = 'search/index.json'

/** What a static release is made from and where it goes. */
export interface BuildOptions {
  source: Pick<DocumentSource, 'published'>
  bundle: SiteBundle
  rules: DocumentRules
  /** Public address without a trailing slash. */
  origin: string
  now: Date
  /** Folder that receives the files. */
  out: string
  /** Gets an image or file of the lake by its path, `/images/local/production/….jpg`. */
  fetchFile: (path: string) => Promise<Uint8Array | null>
  onProgress?: (done: number, all: number) => void
}

/** What was built. */
export interface BuildResult {
  pages: number
  /** Images and attached files copied. */
  files: number
  failures: PageFailure[]
  rejected: RejectedDocument[]
}

/** The folder for the release holds something else. */
export class OutputFolderError extends Error {
  override readonly name = 'OutputFolderError'
}

/**
 * Writes everything that is published as a site of plain files, with search, images and attached files, for any
 * web server. The folder appears in one step; an earlier build in its place is replaced.
 *
 * @throws {OutputFolderError} when the folder holds something that is not an earlier build
 */
export async function buildRelease(options: BuildOptions): Promise<BuildResult> {
  const { bundle, origin, now, out, rules } = options
  await refuseForeignFolder(out)
  const today = siteClock(now)
  const documents = createPublicDocuments(rules, today, dirname(out))
  await documents.load(options.source.published())

  const temporary = join(dirname(out), `.${basename(out)}.tmp`)
  const stateDir = join(dirname(out), `.${basename(out)}.state.tmp`)
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true })
  await mkdir(stateDir, { recursive: true })
  try {
    await copyAssets(bundle.assetsDir, temporary)
    const { site, pages, failures } = await renderAll({
      bundle,
      site: { origin, today, documents: documents.packVisible() },
      publicDir: temporary,
      leaveSlow: false,
      onProgress: options.onProgress,
    })
    const redirects = createReleaseRedirects(rules, (id) => documents.getVisible(id), documents.lines())
    const wanted = redirects.resolve(site.urls())
    await syncRedirects({ publicDir: temporary, origin, wanted, isPage: () => false, unsure: false })
    const search = await openSearchIndex(temporary, stateDir, { interrupted: false })
    await search.rebuildBase(pages.searchable())
    await search.refresh(pages.searchable())
    const files = await copyReferencedFiles(temporary, options.fetchFile)
    await flushTree(temporary)
    await rm(out, { recursive: true, force: true })
    await rename(temporary, out)
    return { pages: pages.size, files, failures, rejected: documents.rejected() }
  } finally {
    await rm(temporary, { recursive: true, force: true })
    await rm(stateDir, { recursive: true, force: true })
  }
}

async function refuseForeignFolder(out: string): Promise<void> {
  const entries = await readdir(out).catch(() => [])
  if (entries.length === 0) return
  try {
    await access(join(out, MARK))
  } catch {
    throw new OutputFolderError(
      `В папке ${out} лежит что-то другое, поэтому она не тронута. Укажите пустую папку или удалите эту.`,
    )
  }
}
