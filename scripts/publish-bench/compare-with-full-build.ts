import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { createGate } from '#publisher/at-most.ts'
import { contentRules } from '#publisher/documents/content-rules.ts'
import type { DocumentSource } from '#publisher/documents/document-source.ts'
import { createPublicDocuments } from '#publisher/documents/public-documents.ts'
import { fileOfPath } from '#publisher/release/file-of-path.ts'
import { hashOf } from '#publisher/release/page-hash.ts'
import { renderAll } from '#publisher/release/render-all.ts'
import { siteClock } from '#publisher/site-clock.ts'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'

/** What is compared with what. */
export interface ComparedRelease {
  source: Pick<DocumentSource, 'published'>
  bundle: SiteBundle
  origin: string
  publicDir: string
  /** A folder that may be written and deleted. */
  scratch: string
}

const READ_AT_ONCE = 64

/** Paths of files that differ between a live release and the same site built anew; [] when it is the same. */
export async function compareWithFullBuild(options: ComparedRelease): Promise<string[]> {
  const { source, bundle, origin, publicDir, scratch } = options
  const today = siteClock(new Date())
  const atMost = createGate(READ_AT_ONCE)
  const documents = createPublicDocuments(contentRules, today)
  await documents.load(source.published())
  await mkdir(scratch, { recursive: true })
  try {
    const site = { origin, today, documents: documents.packVisible() }
    const { pages } = await renderAll({
      bundle,
      site,
      publicDir: scratch,
      leaveSlow: false,
      compress: false,
    })
    const different: string[] = []
    const expected = new Set<string>()
    await Promise.all(
      Array.from(pages.paths(), async (path) => {
        const file = fileOfPath(path)
        expected.add(file)
        const live = await atMost(() => readFile(join(publicDir, file)).catch(() => null))
        if (live === null || hashOf(live) !== pages.hashOf(path)) different.push(file)
      }),
    )
    for (const entry of await readdir(publicDir, { recursive: true, withFileTypes: true })) {
      const file = relative(publicDir, join(entry.parentPath, entry.name))
      if (entry.isFile() && isPageFile(file) && !expected.has(file)) different.push(file)
    }
    return different
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Not what is made beside pages: compressed copies, the search, files of the code, files being written. */
function isPageFile(file: string): boolean {
  return (
    !/\.(?:br|gz)$|(?:^|\/)\./.test(file) &&
    !/^(?:pagefind|search|_astro)\//.test(file) &&
    file !== 'favicon.svg'
  )
}
