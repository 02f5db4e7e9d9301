// Renders pages in a thread: gets paths, writes their files, says what it wrote.
import { parentPort, workerData } from 'node:worker_threads'
import { loadBundle } from '../site-bundle/load-bundle.ts'
import { createPageWriter, isWritten } from './page-writer.ts'
import type { ThreadAnswer, ThreadInputs } from './render-in-threads.ts'

const { bundleDir, site: options, target }: ThreadInputs = workerData
const { createSite } = await loadBundle(bundleDir)
const write = createPageWriter(createSite(options), target)
const numbers = new Map<string, number>()

parentPort?.on('message', (paths: string[]) => void render(paths))

async function render(paths: readonly string[]): Promise<void> {
  const answer: ThreadAnswer = { pages: [], newKeys: [], failures: [] }
  for (const path of paths) {
    const page = await write(path)
    if (!isWritten(page)) {
      answer.failures.push(page)
      continue
    }
    const { hash, searchHash, reads } = page
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
