import { damagedFile, overlargeFile } from '../../refusals.ts'

/** A file as the directory of an archive describes it. */
export interface PackedFile {
  name: string
  packed: Uint8Array
  deflated: boolean
  /** Whether a password is needed. */
  locked: boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
const MAX_COMMENT = 0xffff
const MAX_FILES = 10_000
const UNKNOWN = 0xffff_ffff

/**
 * The directory at the end of a zip archive.
 * @throws {RoadmapImportError} when it is damaged or lists more than 10,000 files
 */
export function readDirectory(bytes: Uint8Array): PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_FILES) throw overlargeFile()
  const files: PackedFile[] = []
  let at = view.getUint32(end + 16, true)
  while (files.length < count) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damagedFile()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameAt = at + ENTRY_LENGTH
    files.push({
      name: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength)).replaceAll('\\', '/'),
      packed: packedBytes(view, bytes, at),
      deflated: view.getUint16(at + 10, true) !== 0,
      locked: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at = nameAt + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return files
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  throw damagedFile()
}

function packedBytes(view: DataView, bytes: Uint8Array, entry: number): Uint8Array {
  const [size, local] = placeOf(view, entry)
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL_HEADER) throw damagedFile()
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + size > bytes.length) throw damagedFile()
  return bytes.subarray(start, start + size)
}

/** Packed size and place of a file; programs that write large archives put them into a field of their own. */
function placeOf(view: DataView, entry: number): [size: number, local: number] {
  const size = view.getUint32(entry + 20, true)
  const unpacked = view.getUint32(entry + 24, true)
  const local = view.getUint32(entry + 42, true)
  if (size !== UNKNOWN && local !== UNKNOWN) return [size, local]
  let at = entry + ENTRY_LENGTH + view.getUint16(entry + 28, true)
  const end = Math.min(at + view.getUint16(entry + 30, true), view.byteLength - 8)
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  if (at + 4 > end) throw damagedFile()
  at += unpacked === UNKNOWN ? 12 : 4
  const next = () => {
    if (at + 8 > view.byteLength) throw damagedFile()
    const value = Number(view.getBigUint64(at, true))
    at += 8
    return value
  }
  return [size === UNKNOWN ? next() : size, local === UNKNOWN ? next() : local]
}
