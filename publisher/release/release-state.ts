import { link, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { PublicDocument } from '../site-bundle/built-site.ts'
import { flushFolder, writeFileDurably } from './durable-files.ts'
import { readNdjson, writeNdjson } from './ndjson-files.ts'
import type { PageRecord } from './page-index.ts'

const STATE_FORMAT = 1

const headerSchema = z.object({
  format: z.literal(STATE_FORMAT),
  /** Which checkpoint the files belong to. */
  sequence: z.number().int(),
  bundle: z.string(),
  origin: z.string(),
  today: z.string(),
  failed: z.array(z.string()),
})

type Header = z.infer<typeof headerSchema>

/** A guard, not a shape: a parsed copy could have its fields in another order and look changed. */
const documentSchema = z.custom<PublicDocument>(isPublicDocument, 'not a document')
const pageSchema = z.object({ reads: z.array(z.string()), hash: z.string(), searchable: z.boolean() })
const pageLineSchema = z.tuple([z.string(), pageSchema])

const journalSchema = z.union([
  z.object({ begin: z.array(z.string()) }),
  z.object({
    commit: z.object({
      upsert: z.array(documentSchema),
      remove: z.array(z.string()),
      today: z.string(),
      written: z.array(pageLineSchema),
      deleted: z.array(z.string()),
      failed: z.array(z.string()),
    }),
  }),
])

/** What a release was made of: enough to go on from it after a restart without rendering it again. */
export interface ReleaseState {
  bundle: string
  origin: string
  today: string
  documents: Map<string, PublicDocument>
  pages: Map<string, PageRecord>
  /** Pages that failed to render, or were being written when the process ended: they may hold old content. */
  unsure: Set<string>
  /** Number of the checkpoint it was read from. */
  sequence: number
  /** Whether anything happened since that checkpoint. */
  journalled: boolean
}

/** One batch of changes as it went into the release. */
export interface PublishedBatch {
  upsert: PublicDocument[]
  remove: string[]
  today: string
  written: [path: string, record: PageRecord][]
  deleted: string[]
  /** Pages that could not be rendered and have to be tried again. */
  failed: string[]
}

/** What a checkpoint holds. */
export interface CheckpointContent {
  bundle: string
  origin: string
  today: string
  documents: Iterable<PublicDocument>
  pages: Iterable<[string, PageRecord]>
  failed: Iterable<string>
}

/** Keeps the state of a release on disk in step with its files. */
export interface StateKeeper {
  /** Notes which files are about to change. Durable when it resolves; call it before they do. */
  begin(paths: string[]): Promise<void>
  /** Notes that they did. */
  commit(batch: PublishedBatch): Promise<void>
  /** Writes the whole state anew and empties the journal; `snapshotFile` gets the documents as NDJSON. */
  checkpoint(content: CheckpointContent, snapshotFile: string): Promise<void>
  close(): Promise<void>
}

/** Opens the state of a release for writing. `sequence` is that of the checkpoint it starts from, 0 for none. */
export async function openStateKeeper(stateDir: string, sequence: number): Promise<StateKeeper> {
  await mkdir(stateDir, { recursive: true })
  let current = sequence
  let journal: FileHandle | null = null

  async function append(entry: z.input<typeof journalSchema>): Promise<void> {
    journal ??= await open(join(stateDir, `journal-${current}.ndjson`), 'a')
    await journal.appendFile(`${JSON.stringify(entry)}\n`)
    await journal.datasync()
  }

  return {
    begin: (paths) => append({ begin: paths }),
    commit: (batch) => append({ commit: batch }),
    async checkpoint(content, snapshotFile) {
      const next = current + 1
      const documents = join(stateDir, `documents-${next}.ndjson`)
      await writeNdjson(documents, sortedById(content.documents))
      await writeNdjson(join(stateDir, `pages-${next}.ndjson`), content.pages)
      const { bundle, origin, today } = content
      const failed = [...content.failed]
      const header: Header = { format: STATE_FORMAT, sequence: next, bundle, origin, today, failed }
      await writeFileDurably(join(stateDir, 'state.json'), JSON.stringify(header))
      await flushFolder(stateDir)
      await journal?.close()
      journal = null
      current = next
      await deleteOtherCheckpoints(stateDir, next)
      await replaceWithLink(documents, snapshotFile)
    },
    async close() {
      await journal?.close()
      journal = null
    },
  }
}

/**
 * Reads the state of a release: its last checkpoint with the journal played over it.
 * @returns null when there is none or it was written by another version of the publisher
 */
export async function readReleaseState(stateDir: string): Promise<ReleaseState | null> {
  const header = await readHeader(stateDir)
  if (header === null) return null
  const { sequence, bundle, origin, today } = header
  const documents = new Map<string, PublicDocument>()
  for await (const line of readNdjson(join(stateDir, `documents-${sequence}.ndjson`))) {
    const document = documentSchema.parse(line)
    documents.set(document._id, document)
  }
  const pages = new Map<string, PageRecord>()
  for await (const line of readNdjson(join(stateDir, `pages-${sequence}.ndjson`))) {
    const [path, record] = pageLineSchema.parse(line)
    pages.set(path, record)
  }
  const state = {
    sequence,
    bundle,
    origin,
    today,
    documents,
    pages,
    unsure: new Set(header.failed),
    journalled: false,
  }
  await replayJournal(state, join(stateDir, `journal-${sequence}.ndjson`))
  return state
}

async function replayJournal(state: ReleaseState, path: string): Promise<void> {
  if (!(await readdir(dirname(path))).some((name) => path.endsWith(`/${name}`))) return
  for await (const line of readNdjson(path)) {
    const entry = journalSchema.parse(line)
    state.journalled = true
    if ('begin' in entry) {
      for (const page of entry.begin) state.unsure.add(page)
      continue
    }
    const { upsert, remove, today, written, deleted, failed } = entry.commit
    for (const document of upsert) state.documents.set(document._id, document)
    for (const id of remove) state.documents.delete(id)
    for (const [page, record] of written) state.pages.set(page, record)
    for (const page of deleted) state.pages.delete(page)
    state.today = today
    state.unsure = new Set(failed)
  }
}

async function readHeader(stateDir: string): Promise<Header | null> {
  try {
    return headerSchema.parse(JSON.parse(await readFile(join(stateDir, 'state.json'), 'utf8')))
  } catch {
    return null
  }
}

async function deleteOtherCheckpoints(stateDir: string, kept: number): Promise<void> {
  for (const name of await readdir(stateDir)) {
    const sequence = /^(?:documents|pages|journal)-(\d+)\.ndjson$/.exec(name)?.[1]
    if (sequence !== undefined && Number(sequence) !== kept) await rm(join(stateDir, name))
  }
}

async function replaceWithLink(file: string, target: string): Promise<void> {
  await rm(`${target}.tmp`, { force: true })
  await link(file, `${target}.tmp`)
  await rename(`${target}.tmp`, target)
}

function sortedById(documents: Iterable<PublicDocument>): PublicDocument[] {
  return [...documents].toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

function isPublicDocument(value: unknown): value is PublicDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    typeof value._id === 'string' &&
    '_type' in value &&
    typeof value._type === 'string'
  )
}
