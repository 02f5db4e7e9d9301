import { z } from 'zod'
import { outlineToDocuments } from '../documents/outline-to-documents.ts'
import { readRoadmap } from '../read-roadmap.ts'
import { RoadmapImportError } from '../roadmap-import-error.ts'

/** Kept beside a roadmap: what its last import gave, as JSON. */
export const IMPORT_BASE_FIELD = 'importedContent'

const LEFT_OUT = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt', 'sourceText', 'slug'])
const contentSchema = z.record(z.string(), z.unknown())

/** What an import gave, to be kept in `IMPORT_BASE_FIELD`. */
export function writeImportBase(imported: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(imported).filter(([name]) => !LEFT_OUT.has(name))))
}

/**
 * What the last import of a roadmap gave, from what is kept of it, else by reading its source text again; null when
 * it was never imported or neither can be read.
 */
export function readImportBase(document: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const kept = document[IMPORT_BASE_FIELD]
  if (typeof kept === 'string') {
    const content = contentSchema.safeParse(parseJson(kept))
    if (content.success) return content.data
  }
  const text = document['sourceText']
  if (typeof text !== 'string') return null
  try {
    return { ...outlineToDocuments(readRoadmap(text)).roadmap }
  } catch (error) {
    if (error instanceof RoadmapImportError) return null
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
