// A thread that keeps the index in step with the dataset, so that writers do not wait for it.
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../limits/give-way.ts'
import type { ReaderFiles } from '../../store/document-reader.ts'
import { openIndexWriter } from '../../store/search-index/index-writer.ts'

const files: ReaderFiles = workerData
giveWay(10)
const writer = openIndexWriter(files.indexPath, files.datasetPath)
let isWorking = false

function work(): void {
  isWorking = writer.advance()
  if (isWorking) setImmediate(work)
  else parentPort?.postMessage('done')
}

parentPort?.on('message', () => {
  if (!isWorking) {
    isWorking = true
    setImmediate(work)
  }
})
work()
