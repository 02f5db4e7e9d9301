import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createDocumentBytes } from '../documents/document-bytes.ts'
import type { DocumentBytes } from '../documents/document-bytes.ts'
import type { PublicDocument } from '../site-bundle/built-site.ts'
import { flushFolder, writeFileDurably } from './durable-files.ts'
import { readNdjson, writeLines, writeNdjson } from './ndjson-files.ts'
import type { PageRecord } from './page-index.ts'

const STATE_FORMAT = 3

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
const pageSchema = z.object({ reads: z.array(z.string()), hash: z.string(), searchHash: z.string() })
const pageLineSchema = z.tuple([z.string(), pageSchema])
/** Path, hash, hash for the search, numbers of the keys it read, and the keys that got the next numbers. */
const packedPageSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.array(z.number().int()),
  z.array(z.string()),
])

const journalSchema = z.union([
  z.object({ begin: z.array(z.string()) }),
  z.object({
    commit: z.object({
      upsert: z.array(documentSchema),
      remove: z.array(z.string()),
      today: z.string().nullable(),
      written: z.array(pageLineSchema),
      deleted: z.array(z.string()),
      failed: z.array(z.string()),
      stale: z.array(z.string()),
    }),
  }),
])

/** What a release was made of: enough to go on from it after a restart without rendering it again. */
export interface ReleaseState {
  bundle: string
  origin: string
  today: string
  documents: DocumentBytes<PublicDocument>
  pages: Map<string, PageRecord>
  /** Pages that failed, or waited, to be rendered, or were being written when the process ended. */
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
  /** null when the day is the one before. */
  today: string | null
  written: [path: string, record: PageRecord][]
  deleted: string[]
  /** Pages that could not be rendered and have to be tried again. */
  failed: string[]
  /** Pages that are still to be rendered. */
  stale: string[]
}

/** What a checkpoint holds. */
export interface CheckpointContent {
  bundle: string
  origin: string
  today: string
  /** One JSON each. */
  documents: Iterable<Uint8Array>
  /** May be asked while pages change: what changes is in the journal too. */
  pages: Iterable<[string, PageRecord]>
  /** Pages that failed or wait to be rendered. */
  unsure: Iterable<string>
}

/** Keeps the state of a release on disk in step with its files. */
export interface StateKeeper {
  /** Notes which files are about to change. Durable when it resolves; call it before they do. */
  begin(paths: string[]): Promise<void>
  /** Notes that they did. */
  commit(batch: PublishedBatch): Promise<void>
  /** Bytes of the journal since the last checkpoint. */
  readonly journalBytes: number
  /**
   * Writes the whole state anew, behind what goes on; `snapshotFile` gets the documents as NDJSON. What is noted
   * after the call counts as later than the content.
   */
  checkpoint(content: CheckpointContent, snapshotFile: string): Promise<void>
  close(): Promise<void>
}

/** Opens the state of a release for writing. `sequence` is that of the checkpoint it starts from, 0 for none. */
export async function openStateKeeper(stateDir: string, sequence: number): Promise<StateKeeper> {
  await mkdir(stateDir, { recursive: true })
  let current = sequence
  let journal: FileHandle | null = null
  let journalBytes = 0

  async function append(entry: z.input<typeof journalSchema>): Promise<void> {
    journal ??= await open(join(stateDir, `journal-${current}.ndjson`), 'a')
    const line = `${JSON.stringify(entry)}\n`
    journalBytes += line.length
    await journal.appendFile(line)
    await journal.datasync()
  }

  return {
    begin: (paths) => append({ begin: paths }),
    commit: (batch) => append({ commit: batch }),
    get journalBytes() {
      return journalBytes
    },
    async checkpoint(content, snapshotFile) {
      const next = current + 1
      const { bundle, origin, today } = content
      const failed = [...content.unsure]
      const header: Header = { format: STATE_FORMAT, sequence: next, bundle, origin, today, failed }
      // From here on everything is noted in the next journal, which is read after this one until the header is there.
      const old = journal
      journal = null
      current = next
      journalBytes = 0
      await old?.close()
      const documents = join(stateDir, `documents-${next}.ndjson`)
      await writeLines(documents, content.documents)
      await writeNdjson(join(stateDir, `pages-${next}.ndjson`), packPages(content.pages))
      await writeFileDurably(join(stateDir, 'state.json'), JSON.stringify(header))
      await flushFolder(stateDir)
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
  const documents = createDocumentBytes(isPublicDocument, stateDir)
  for await (const line of readNdjson(join(stateDir, `documents-${sequence}.ndjson`)))
    documents.set(documentSchema.parse(line))
  const pages = new Map<string, PageRecord>()
  const keys: string[] = []
  for await (const line of readNdjson(join(stateDir, `pages-${sequence}.ndjson`))) {
    const [path, hash, searchHash, numbers, added] = packedPageSchema.parse(line)
    keys.push(...added)
    pages.set(path, { hash, searchHash, reads: numbers.map((number) => keys[number] ?? '') })
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
  // A checkpoint that was not finished left what came after it in the next journals.
  let last = sequence
  for (; await replayJournal(state, join(stateDir, `journal-${last}.ndjson`)); last += 1);
  return { ...state, sequence: Math.max(sequence, last - 1) }
}

/** @returns whether there is such a journal */
async function replayJournal(state: ReleaseState, path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  for await (const line of readNdjson(path)) {
    const entry = journalSchema.parse(line)
    state.journalled = true
    if ('begin' in entry) {
      for (const page of entry.begin) state.unsure.add(page)
      continue
    }
    const { upsert, remove, today, written, deleted, failed, stale } = entry.commit
    for (const document of upsert) state.documents.set(document)
    for (const id of remove) state.documents.delete(id)
    for (const [page, record] of written) {
      state.pages.set(page, record)
      state.unsure.delete(page)
    }
    for (const page of deleted) {
      state.pages.delete(page)
      state.unsure.delete(page)
    }
    for (const page of [...failed, ...stale]) state.unsure.add(page)
    if (today !== null) state.today = today
  }
  return true
}

/** Pages as lines in which every key stands once and is then a number. */
function* packPages(pages: Iterable<[string, PageRecord]>): Iterable<z.input<typeof packedPageSchema>> {
  const numbers = new Map<string, number>()
  for (const [path, { reads, hash, searchHash }] of pages) {
    const added: string[] = []
    const read = reads.map((key) => {
      const known = numbers.get(key)
      if (known !== undefined) return known
      added.push(key)
      numbers.set(key, numbers.size)
      return numbers.size - 1
    })
    yield [path, hash, searchHash, read, added]
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
  // Releases may lie on another disk than the data.
  await link(file, `${target}.tmp`).catch(() => copyFile(file, `${target}.tmp`))
  await rename(`${target}.tmp`, target)
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
