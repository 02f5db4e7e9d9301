// Builds a site from a file of public documents as the publisher does: `build-with-publisher.ts SNAPSHOT BUNDLE OUT
// ORIGIN TODAY
// practices|whole`: the pages of practices alone and as they are, or everything with compressed copies. Says as JSON how
// many pages it wrote and how much memory it took.
import { mkdir } from 'node:fs/promises'
import { createDocumentBytes } from '#publisher/documents/document-bytes.ts'
import { isLakeDocument } from '#publisher/documents/document-source.ts'
import { copyAssets } from '#publisher/release/copy-assets.ts'
import { readNdjson } from '#publisher/release/ndjson-files.ts'
import { renderAll } from '#publisher/release/render-all.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { print, say } from '../command-line.ts'
import { isPage } from '../publish-bench/page-count.ts'

const [snapshot = '', bundleDir = '', out = '', origin = '', today = '', mode] = process.argv.slice(2)
const documents = createDocumentBytes(isLakeDocument)
for await (const document of readNdjson(snapshot)) if (isLakeDocument(document)) documents.set(document)
const bundle = await loadBundle(bundleDir)
await mkdir(out, { recursive: true })
await copyAssets(bundle.assetsDir, out)
const { pages, failures } = await renderAll({
  bundle,
  site: { origin, today, documents: documents.pack() },
  publicDir: out,
  leaveSlow: true,
  ...(mode === 'practices'
    ? { compress: false, choose: (paths) => paths.filter((path) => /^\/praktiki\/[^/]+\/$/.test(path)) }
    : {}),
})
for (const { path, problem } of failures.slice(0, 5)) say(`${path}: ${problem}`)
print(
  JSON.stringify({
    pages: [...pages.paths()].filter(isPage).length,
    files: pages.size,
    failures: failures.length,
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
