// Renders pages of a live release in a thread: follows the changes, gets paths, answers with pages.
import { parentPort, workerData } from 'node:worker_threads'
import { loadBundle } from '../site-bundle/load-bundle.ts'
import type { CrewAnswer, CrewInputs, CrewOrder } from './render-crew.ts'
import { renderPage } from './render-page.ts'

const { bundleDir, site: options }: CrewInputs = workerData
const { createSite } = await loadBundle(bundleDir)
const site = createSite(options)
let last = Promise.resolve()

parentPort?.on('message', (order: CrewOrder) => {
  last = last.then(() => obey(order))
})
answer({ kind: 'ready' })

async function obey(order: CrewOrder): Promise<void> {
  if (order.kind === 'apply') {
    site.apply(order.changes)
    return
  }
  const pages = []
  for (const path of order.paths) pages.push(await renderPage(site, path))
  answer({ kind: 'rendered', piece: order.piece, pages })
}

function answer(words: CrewAnswer): void {
  parentPort?.postMessage(words)
}
