import { lockedFile } from '../../refusals.ts'
import { inflateWithin } from './inflate-within.ts'
import { readDirectory } from './read-directory.ts'

const MAX_FILE_BYTES = 64 * 1024 * 1024
const MAX_TOTAL_BYTES = 160 * 1024 * 1024
/** No document packs that well; small files may. */
const MAX_RATIO = 700
const RATIO_MATTERS_FROM = 16 * 1024 * 1024

/** The files of a zip archive. Unpacking is bounded by the bytes that really come out, whatever the archive claims. */
export interface Archive {
  names: readonly string[]
  /**
   * Bytes of a file; null when there is none of that name.
   * @throws {RoadmapImportError} when the file is damaged, locked, or larger than a document can be
   */
  read: (name: string) => Promise<Uint8Array | null>
}

/**
 * Opens a zip archive by its directory.
 * @throws {RoadmapImportError} when the directory is damaged or names too many files
 */
export function openArchive(bytes: Uint8Array): Archive {
  const directory = readDirectory(bytes)
  const files = new Map(directory.map((file) => [file.name, file]))
  let left = MAX_TOTAL_BYTES
  return {
    names: [...files.keys()],
    read: async (name) => {
      const file = files.get(name)
      if (!file) return null
      if (file.locked) throw lockedFile()
      const { packed } = file
      const limit = Math.min(left, MAX_FILE_BYTES, Math.max(RATIO_MATTERS_FROM, packed.length * MAX_RATIO))
      const content = file.deflated ? await inflateWithin(packed, limit) : packed
      left -= content.length
      return content
    },
  }
}
