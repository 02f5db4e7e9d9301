import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { contentRules } from '#publisher/documents/content-rules.ts'
import type { DocumentSource } from '#publisher/documents/document-source.ts'
import { createPublicDocuments } from '#publisher/documents/public-documents.ts'
import { fileOfPath } from '#publisher/release/file-of-path.ts'
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

/** Paths of files that differ between a live release and the same site built anew; [] when it is the same. */
export async function compareWithFullBuild(options: ComparedRelease): Promise<string[]> {
  const { source, bundle, origin, publicDir, scratch } = options
  const today = siteClock(new Date())
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
    const expected = new Set([...pages.paths()].map(fileOfPath))
    const different: string[] = []
    for (const file of expected) {
      const [live, anew] = await Promise.all([read(join(publicDir, file)), read(join(scratch, file))])
      if (live === null || anew === null || !live.equals(anew)) different.push(file)
    }
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

async function read(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null)
}
