import { z } from 'zod'
import type { ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import type { Outline } from '#content/roadmap-import/outline/outline.ts'
import type { RoadmapImportErrorCode } from '#content/roadmap-import/roadmap-import-error.ts'

/** Stable codes of why a file was not read. */
export type ReadingProblemCode = RoadmapImportErrorCode | 'crash' | 'interrupted' | 'no-file' | 'time-limit'

/** What stands in a roadmap file, and the documents that it becomes. */
export interface ReadRoadmap {
  outline: Outline
  documents: ImportDocuments
}

/** A file's reading, or the sentence that says why there is none. */
export type FileReading = { roadmap: ReadRoadmap } | { problem: string; code: ReadingProblemCode }

/** What the reading process is asked for. */
export interface ReadingTask {
  path: string
  /** Names the owner of a roadmap that names none. */
  fallbackName: string
}

/** A task as it comes over the channel between our own two processes. */
export const taskSchema = z.object({ path: z.string(), fallbackName: z.string() })

/** A reading as it comes over the channel: our own reader made it, so only its shape's outside is looked at. */
export const readingSchema = z.custom<FileReading>(
  (value) => typeof value === 'object' && value !== null && ('roadmap' in value || 'problem' in value),
)
