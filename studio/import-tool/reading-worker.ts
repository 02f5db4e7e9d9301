import { readSource, type ReadingTask, type SourceReading } from './read-source.ts'

/** A task with its number, which the answer carries: readers of formats post messages of their own from here. */
export interface NumberedTask {
  number: number
  task: ReadingTask
}

/** What the worker says of a task. */
export interface ReaderAnswer {
  answers: number
  said: SourceReading | { type: 'failure'; message: string }
}

self.addEventListener('message', ({ data }: MessageEvent<Partial<NumberedTask>>) => {
  const { number, task } = data
  if (number !== undefined && task !== undefined) void answer(number, task)
})

async function answer(number: number, task: ReadingTask): Promise<void> {
  const reply: ReaderAnswer = { answers: number, said: await read(task) }
  self.postMessage(reply, { transfer: [] })
}

async function read(task: ReadingTask): Promise<ReaderAnswer['said']> {
  try {
    return await readSource(task)
  } catch (error) {
    return { type: 'failure', message: error instanceof Error ? error.message : String(error) }
  }
}
