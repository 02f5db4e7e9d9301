import { readHtmlRoadmap, readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'
import { readRoadmap, type RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { RoadmapImportError } from '#content/roadmap-import/roadmap-import-error.ts'

/** What an editor gave: a file, or what was pasted, with its formatting where the clipboard had it. */
export type RoadmapSource =
  { type: 'file'; name: string; bytes: Uint8Array } | { type: 'pasted'; text: string; html: string }

/** A roadmap that was read, or a sentence that says why there is none and what to do. */
export type SourceReading =
  { type: 'read'; reading: RoadmapReading; fallbackName: string } | { type: 'problem'; message: string }

const PASTED = 'vstavlennaya-tablica'

/** Reads a roadmap. A pasted table is read by its formatting, and by its words where that holds none. */
export async function readSource(source: RoadmapSource): Promise<SourceReading> {
  try {
    return source.type === 'file'
      ? {
          type: 'read',
          reading: await readRoadmapBytes(source.bytes),
          fallbackName: source.name.replace(/\.[^.]+$/, ''),
        }
      : { type: 'read', reading: readPasted(source), fallbackName: PASTED }
  } catch (error) {
    if (error instanceof RoadmapImportError) return { type: 'problem', message: error.message }
    throw error
  }
}

function readPasted({ text, html }: { text: string; html: string }): RoadmapReading {
  if (!/<table[\s>]/i.test(html)) return readRoadmap(text)
  try {
    return readHtmlRoadmap(html)
  } catch (error) {
    if (error instanceof RoadmapImportError && text.trim() !== '') return readRoadmap(text)
    throw error
  }
}
