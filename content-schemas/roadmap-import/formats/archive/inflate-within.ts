import { damagedFile, overlargeFile } from '../../refusals.ts'

/**
 * Unpacks deflated bytes, up to `maxBytes` of them.
 * @throws {RoadmapImportError} when they are damaged or there are more
 */
export async function inflateWithin(packed: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- pieces come one after another
    const { done, value } = await reader.read().catch(() => {
      throw damagedFile()
    })
    if (done) break
    length += value.length
    if (length > maxBytes) {
      // oxlint-disable-next-line no-await-in-loop -- the last thing that is done
      await reader.cancel().catch(() => null)
      throw overlargeFile()
    }
    pieces.push(value)
  }
  const content = new Uint8Array(length)
  let place = 0
  for (const piece of pieces) {
    content.set(piece, place)
    place += piece.length
  }
  return content
}
