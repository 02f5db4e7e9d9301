import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import type { FileReading, ReadRoadmap, ReadingTask } from './file-reading.ts'
import type { ImportRecord } from './import-record.ts'
import type { RoadmapFile } from './list-roadmap-files.ts'
import { describeRecord, type Progress } from './progress-line.ts'
import { recordReading } from './record-reading.ts'
import type { SavedDrafts } from './save-drafts.ts'

/** What an import works with. */
export interface ImportTools {
  read: (task: ReadingTask) => Promise<FileReading>
  /** Null in a dry run: nothing is written. */
  save: ((documents: ImportDocuments) => Promise<SavedDrafts>) | null
  progress: Progress
  /** What earlier runs did with a file, and where this one is noted. */
  memory: { find(file: string): ImportRecord | undefined; add(record: ImportRecord): Promise<void> }
  /** Reads files again that were read before and have not changed. */
  again: boolean
  stopped: () => boolean
  /** Called with every roadmap that was read in this run. */
  onRead?: (file: RoadmapFile, roadmap: ReadRoadmap) => void
}

/** How many files of this run ended how; `unchanged` ones were left as an earlier run had them. */
export interface ImportCounts {
  done: number
  unchanged: number
  failed: number
  duplicate: number
  created: number
  updated: number
  read: number
  unsaved: number
}

/** Problems that another try may not have. */
const PASSING = new Set(['time-limit', 'crash', 'no-file'])

/**
 * Imports files one after another; a file that cannot be read or written is noted and the next one is taken. A
 * second file with the roadmap of a first (the same owner and years) is noted as its duplicate and not written.
 */
export async function importFiles(files: readonly RoadmapFile[], tools: ImportTools): Promise<ImportCounts> {
  const counts = {
    done: 0,
    unchanged: 0,
    failed: 0,
    duplicate: 0,
    created: 0,
    updated: 0,
    read: 0,
    unsaved: 0,
  }
  const holders = holdersOf(files, tools)
  for (const file of files) {
    if (tools.stopped()) break
    tools.progress.begin(file.name)
    const hash = await hashOf(file.path)
    const before = tools.memory.find(file.name)
    if (before && !tools.again && isSettled(before, hash, holders, tools.save === null)) {
      counts.unchanged += 1
      counts.done += 1
      tools.progress.end(file.name, `без изменений, пропущен (${describeRecord(before)})`)
      continue
    }
    const record = await importOne(file, hash, holders, tools)
    if (record === null) break
    counts[record.outcome] += 1
    counts.done += 1
    await tools.memory.add(record)
    tools.progress.end(file.name, describeRecord(record))
  }
  tools.progress.close()
  return counts
}

/** The file that each roadmap was taken from before, as far as it is still there. */
function holdersOf(files: readonly RoadmapFile[], { memory }: ImportTools): Map<string, string> {
  const holders = new Map<string, string>()
  for (const { name } of files) {
    const before = memory.find(name)
    const holds = before && ['created', 'updated', 'read'].includes(before.outcome)
    if (holds && before.ids.roadmap !== null) holders.set(before.ids.roadmap, name)
  }
  return holders
}

/** Whether an earlier run has done all there is to do with a file. */
function isSettled(
  before: ImportRecord,
  hash: string | null,
  holders: ReadonlyMap<string, string>,
  dryRun: boolean,
): boolean {
  if (hash === null || before.hash !== hash) return false
  if (before.outcome === 'duplicate') return holders.get(before.ids.roadmap ?? '') === before.duplicateOf
  if (before.outcome === 'failed') return !PASSING.has(before.problemCode ?? '')
  return before.outcome === 'read' ? dryRun : before.outcome !== 'unsaved'
}

/** Reads and writes one file; null when it was interrupted. */
async function importOne(
  file: RoadmapFile,
  hash: string | null,
  holders: Map<string, string>,
  tools: ImportTools,
): Promise<ImportRecord | null> {
  const reading = await tools.read({ path: file.path, fallbackName: fallbackNameOf(file) })
  if ('code' in reading && reading.code === 'interrupted') return null
  const record = recordReading(file.name, hash, reading)
  for (const [roadmap, holder] of holders) if (holder === file.name) holders.delete(roadmap)
  if ('problem' in reading || record.ids.roadmap === null) return record
  tools.onRead?.(file, reading.roadmap)
  const holder = holders.get(record.ids.roadmap)
  if (holder !== undefined) {
    const problem = `Карта той же организации на тот же срок уже взята из файла «${holder}». Оставьте один из них.`
    return { ...record, outcome: 'duplicate', duplicateOf: holder, problem, problemCode: 'duplicate' }
  }
  holders.set(record.ids.roadmap, file.name)
  if (tools.save === null) return record
  try {
    const saved = await tools.save(reading.roadmap.documents)
    const ids = { ...record.ids, roadmap: `drafts.${saved.roadmapId}` }
    return { ...record, ids, outcome: saved.updated ? 'updated' : 'created', created: saved.created }
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 300) : String(error)
    return { ...record, outcome: 'unsaved', problem: `Черновик не записан: ${why}`, problemCode: 'unsaved' }
  }
}

/** The path without its ending: files of one name in several folders are several roadmaps. */
function fallbackNameOf({ name }: RoadmapFile): string {
  const plain = name.startsWith('/') || /^[a-z]:/i.test(name) || name.startsWith('..') ? basename(name) : name
  return plain.slice(0, plain.length - extname(plain).length)
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    // The reader says what is wrong with the file.
    return null
  }
}
