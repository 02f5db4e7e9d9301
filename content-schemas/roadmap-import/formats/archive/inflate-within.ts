import { damagedFile, overlargeFile } from '../../refusals.ts'

/**
 * Unpacks deflated bytes, up to `maxBytes` of them.
 * @throws {RoadmapImportError} when they are damaged or there are more
 */
export async function inflateWithin(packed: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const length = await inflate(packed, maxBytes, (piece) => pieces.push(piece)).catch(() => {
    throw damagedFile()
  })
  if (length > maxBytes) throw overlargeFile()
  const content = new Uint8Array(length)
  let place = 0
  for (const piece of pieces) {
    content.set(piece, place)
    place += piece.length
  }
  return content
}

/** Whether deflated bytes unpack to more than `maxBytes`; damaged ones do not. */
export async function inflatesBeyond(packed: Uint8Array, maxBytes: number): Promise<boolean> {
  let most = 0
  await inflate(packed, maxBytes, (piece) => {
    most += piece.length
  }).catch(() => null)
  return most > maxBytes
}

/** Unpacks piece by piece and stops after the one that exceeds `maxBytes`; gives back how many bytes came out. */
async function inflate(
  packed: Uint8Array,
  maxBytes: number,
  take: (piece: Uint8Array) => void,
): Promise<number> {
  const reader = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  let length = 0
  while (length <= maxBytes) {
    // oxlint-disable-next-line no-await-in-loop -- pieces come one after another
    const { done, value } = await reader.read()
    if (done) return length
    length += value.length
    take(value)
  }
  await reader.cancel().catch(() => null)
  return length
}
