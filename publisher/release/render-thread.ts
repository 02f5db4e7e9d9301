// Renders pages in a thread: gets paths, writes their files, says what it wrote.
import { parentPort, workerData } from 'node:worker_threads'
import { loadBundle } from '../site-bundle/load-bundle.ts'
import { writeNewPage } from './page-files.ts'
import type { ThreadAnswer, ThreadInputs } from './render-in-threads.ts'
import { isFinished, renderPage } from './render-page.ts'

const { bundleDir, site: options, target }: ThreadInputs = workerData
const { createSite } = await loadBundle(bundleDir)
const site = createSite(options)
const folders = new Set<string>()
const numbers = new Map<string, number>()

parentPort?.on('message', (paths: string[]) => void render(paths))

async function render(paths: readonly string[]): Promise<void> {
  const answer: ThreadAnswer = { pages: [], newKeys: [], failures: [] }
  for (const path of paths) {
    const page = await renderPage(site, path)
    if (!isFinished(page)) {
      answer.failures.push(page)
      continue
    }
    writeNewPage(target, page, folders)
    const { hash, searchHash, reads } = page.record
    answer.pages.push([
      path,
      hash,
      searchHash,
      Uint32Array.from(reads, (key) => numberOf(key, answer.newKeys)),
    ])
  }
  parentPort?.postMessage(answer)
}

function numberOf(key: string, newKeys: string[]): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(key, number)
  newKeys.push(key)
  return number
}
