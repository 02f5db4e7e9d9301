import { overlargeFile } from '../../refusals.ts'
import { inflatesBeyond } from '../archive/inflate-within.ts'

const MAX_STREAM_BYTES = 8_000_000
/** Deflated bytes never unpack to more than so many times their length. */
const MAX_RATIO = 1032
const DICTIONARY_WITHIN = 1000
const STREAM = /stream\r?\n/g

/**
 * Refuses a .pdf in which a stream other than a picture unpacks to more than eight megabytes: no page says so much, and
 * its reader would take minutes and gigabytes.
 * @throws {RoadmapImportError} when there is such a stream
 */
export async function limitStreams(bytes: Uint8Array): Promise<void> {
  const text = new TextDecoder('latin1').decode(bytes)
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    const dictionary = text.slice(Math.max(0, index - DICTIONARY_WITHIN), index)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    const filters = own.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/g)?.length ?? 0
    if (filters === 0 || /\/Subtype\s*\/Image/.test(own)) continue
    const start = index + word.length
    const end = text.indexOf('endstream', start)
    // A zlib stream begins with two bytes of its own.
    const packed = bytes.subarray(start + 2, end < 0 ? undefined : end)
    if (packed.length * MAX_RATIO < MAX_STREAM_BYTES) continue
    // oxlint-disable-next-line no-await-in-loop -- one at a time keeps the memory low
    if (filters > 1 || (await inflatesBeyond(packed, MAX_STREAM_BYTES))) throw overlargeFile()
  }
}
