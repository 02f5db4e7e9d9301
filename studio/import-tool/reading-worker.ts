import { readSource, type ReadingTask, type SourceReading } from './read-source.ts'

/** What the worker says of a task. */
export type ReaderAnswer = SourceReading | { type: 'failure'; message: string }

self.addEventListener('message', (event: MessageEvent<ReadingTask>) => {
  void answer(event.data).then((said) => self.postMessage(said, { transfer: [] }))
})

async function answer(task: ReadingTask): Promise<ReaderAnswer> {
  try {
    return await readSource(task)
  } catch (error) {
    return { type: 'failure', message: error instanceof Error ? error.message : String(error) }
  }
}
