import { readHtmlRoadmap, readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'
import {
  type ReadingChoices,
  readRoadmap,
  rereadRoadmap,
  type RoadmapReading,
} from '#content/roadmap-import/read-roadmap.ts'
import { RoadmapImportError } from '#content/roadmap-import/roadmap-import-error.ts'
import { NoRoadmapError, type UnreadDocument } from '#content/roadmap-import/unread-document.ts'

/** What an editor gave: a file, or what was pasted, with its formatting where the clipboard had it. */
export type RoadmapSource =
  { type: 'file'; bytes: Uint8Array } | { type: 'pasted'; text: string; html: string }

/** What is to be read: something new, or the same again with what an editor corrected. */
export type ReadingTask =
  | RoadmapSource
  | { type: 'again'; reading: Pick<RoadmapReading, 'document' | 'sourceText'>; choices: ReadingChoices }

/**
 * A roadmap that was read; a document in which none was found, for the editor to show where it is; or a sentence that
 * says why there is none and what to do.
 */
export type SourceReading =
  | { type: 'read'; reading: RoadmapReading }
  | { type: 'unread'; unread: UnreadDocument; message: string }
  | { type: 'problem'; message: string }

/** Reads a roadmap. A pasted table is read by its formatting, and by its words where that holds none. */
export async function readSource(task: ReadingTask): Promise<SourceReading> {
  try {
    return { type: 'read', reading: await read(task) }
  } catch (error) {
    if (!(error instanceof RoadmapImportError)) throw error
    const { message } = error
    if (!(error instanceof NoRoadmapError) || error.unread.document.blocks.length === 0)
      return { type: 'problem', message }
    return { type: 'unread', unread: error.unread, message }
  }
}

async function read(task: ReadingTask): Promise<RoadmapReading> {
  if (task.type === 'file') return readRoadmapBytes(task.bytes)
  return task.type === 'again' ? rereadRoadmap(task.reading, task.choices) : readPasted(task)
}

function readPasted({ text, html }: { text: string; html: string }): RoadmapReading {
  if (!/<table[\s>]/i.test(html)) return readRoadmap(text)
  try {
    return readHtmlRoadmap(html)
  } catch (error) {
    if (!(error instanceof RoadmapImportError)) throw error
    try {
      return readRoadmap(text)
    } catch {
      // Of the two the table shows an editor more than its words.
      throw error
    }
  }
}
