// A thread that keeps the index in step with the dataset, so that writers do not wait for it.
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../limits/give-way.ts'
import { openIndexWriter } from '../../store/search-index/index-writer.ts'
import type { IndexSetting } from './indexing.ts'
import { loadView } from './load-view.ts'

const HOUR_MS = 3_600_000

const { indexPath, datasetPath, view }: IndexSetting = workerData
giveWay(10)
const sight = view === undefined ? null : { view: await loadView(view), now: () => new Date() }
const writer = openIndexWriter(indexPath, datasetPath, sight)
let isWorking = false

function work(): void {
  isWorking = writer.advance()
  if (isWorking) setImmediate(work)
  else parentPort?.postMessage('done')
}

function begin(): void {
  if (isWorking) return
  isWorking = true
  setImmediate(work)
}

parentPort?.on('message', begin)
// What the public sees depends on the time, too.
setInterval(begin, HOUR_MS).unref()
begin()
