import { z } from 'zod'

/** What became of one file. */
const recordSchema = z.object({
  /** Path from the folder that was imported. */
  file: z.string(),
  /** SHA-256 of the bytes; null when the file could not be opened. */
  hash: z.string().nullable(),
  /** `read` is what a dry run leaves; `failed` files were not read, `unsaved` ones not written to the lake. */
  outcome: z.enum(['created', 'updated', 'read', 'duplicate', 'failed', 'unsaved']),
  /** Why the file needs a person, in Russian, when it was not taken. */
  problem: z.string().nullable(),
  problemCode: z.string().nullable(),
  /** The file that holds the same roadmap and was taken. */
  duplicateOf: z.string().nullable(),
  organization: z.string().nullable(),
  title: z.string().nullable(),
  period: z.object({ start: z.string(), end: z.string() }).nullable(),
  stages: z.number(),
  activities: z.number(),
  deadlines: z.number(),
  warnings: z.record(z.string(), z.number()),
  attention: z.array(z.object({ code: z.string(), message: z.string(), place: z.string().optional() })),
  /** Ids of the drafts, and of the people, who are written without one. */
  ids: z.object({
    roadmap: z.string().nullable(),
    organization: z.string().nullable(),
    region: z.string().nullable(),
    persons: z.array(z.string()),
  }),
  /** Names of organisations, regions and people that were not known before. */
  created: z.array(z.string()),
})

/** What the report keeps of an import, and a later run goes on from. */
export const importStateSchema = z.object({
  version: z.literal(1),
  /** The lake that the drafts are in. */
  lake: z.string(),
  dryRun: z.boolean(),
  /** False while files are left: the import was interrupted. */
  complete: z.boolean(),
  finishedAt: z.string(),
  counts: z.record(z.string(), z.number()),
  files: z.array(recordSchema),
})

export type ImportRecord = z.infer<typeof recordSchema>
export type ImportState = z.infer<typeof importStateSchema>
