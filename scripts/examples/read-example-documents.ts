import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import { markProgress, progressSchema } from './mark-progress.ts'

const documentSchema = z.looseObject({ _id: z.string(), _type: z.string() })

/** A document as it will be published; pictures and files are still named by their place (`_sanityAsset`). */
export type ExampleDocument = z.infer<typeof documentSchema>

/**
 * Every document of the examples: those of `content.ndjson`, and the roadmaps of `roadmaps/` with the people they
 * name and with what of them is done (`progress.json`). Where both know an owner or a person, `content.ndjson` knows
 * more and wins.
 */
export async function readExampleDocuments(folder: string): Promise<ExampleDocument[]> {
  const documents = new Map<string, ExampleDocument>()
  for (const document of await readContent(join(folder, 'content.ndjson')))
    documents.set(document._id, document)
  const roadmaps = join(folder, 'roadmaps')
  const progress = progressSchema.parse(JSON.parse(await readFile(join(folder, 'progress.json'), 'utf8')))
  for (const name of (await readdir(roadmaps)).filter((file) => file.endsWith('.txt')).toSorted()) {
    for (const document of await readRoadmapDocuments(join(roadmaps, name), progress)) {
      if (!documents.has(document._id)) documents.set(document._id, document)
    }
  }
  return [...documents.values()]
}

async function readContent(file: string): Promise<ExampleDocument[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => documentSchema.parse(JSON.parse(line)))
}

async function readRoadmapDocuments(
  file: string,
  progress: z.infer<typeof progressSchema>,
): Promise<ExampleDocument[]> {
  const reading = readRoadmap(await readFile(file))
  const { roadmap, organization, region, persons } = outlineToDocuments(reading, {
    fallbackName: basename(file, '.txt'),
  })
  return [organization, region, ...persons, markProgress(roadmap, progress[roadmap._id])].flatMap(
    (document) => (document === null ? [] : [documentSchema.parse(publish(document))]),
  )
}

/** What publishing does to references that were waiting for it: they become strong. */
function publish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(publish)
  if (typeof value !== 'object' || value === null) return value
  const { _weak, _strengthenOnPublish, ...rest }: Record<string, unknown> = { ...value }
  const kept = _strengthenOnPublish === undefined && _weak !== undefined ? { ...rest, _weak } : rest
  return Object.fromEntries(Object.entries(kept).map(([field, item]) => [field, publish(item)]))
}
