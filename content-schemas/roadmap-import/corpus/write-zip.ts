/** A file of an archive. */
export interface ZipEntry {
  name: string
  content: string | Uint8Array
  /** Kept as it is, as the first file of an OpenDocument must be. */
  stored?: boolean
}

/** A zip archive of the files, in their order. */
export async function writeZip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let place = 0
  for (const entry of entries) {
    const content =
      typeof entry.content === 'string' ? new TextEncoder().encode(entry.content) : entry.content
    // oxlint-disable-next-line no-await-in-loop -- every file's place follows from the sizes before it
    const packed = entry.stored ? content : await deflate(content)
    const name = new TextEncoder().encode(entry.name)
    const sizes = [crc32(content), packed.length, content.length]
    const method = entry.stored ? 0 : 8
    const local = header(0x04034b50, [
      [20, 2],
      [0x800, 2],
      [method, 2],
      [0, 4],
      ...words(sizes),
      [name.length, 2],
      [0, 2],
    ])
    locals.push(local, name, packed)
    directory.push(
      header(0x02014b50, [
        [20, 2],
        [20, 2],
        [0x800, 2],
        [method, 2],
        [0, 4],
        ...words(sizes),
        [name.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [place, 4],
      ]),
      name,
    )
    place += local.length + name.length + packed.length
  }
  const directorySize = directory.reduce((sum, bytes) => sum + bytes.length, 0)
  const count = entries.length
  const end = header(0x06054b50, [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directorySize, 4],
    [place, 4],
    [0, 2],
  ])
  return joinBytes([...locals, ...directory, end])
}

/** Bytes one after another. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let place = 0
  for (const piece of pieces) {
    joined.set(piece, place)
    place += piece.length
  }
  return joined
}

/** Deflated bytes, without any header. */
export async function deflate(content: Uint8Array): Promise<Uint8Array> {
  const packing = new Response(Uint8Array.from(content)).body?.pipeThrough(
    new CompressionStream('deflate-raw'),
  )
  return new Uint8Array(await new Response(packing).arrayBuffer())
}

type Field = readonly [value: number, bytes: 2 | 4]

function words(values: readonly number[]): Field[] {
  return values.map((value): Field => [value, 4])
}

function header(signature: number, fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + fields.reduce((sum, [, bytes]) => sum + bytes, 0)))
  view.setUint32(0, signature, true)
  let place = 4
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(place, value, true)
    else view.setUint32(place, value, true)
    place += bytes
  }
  return new Uint8Array(view.buffer)
}

const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ -1) >>> 0
}
