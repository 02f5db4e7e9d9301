/**
 * Whether an image carries anything beyond its picture: place and time of a photo, the author's name, an embedded
 * preview, comments, or bytes after its end. Colour profiles do not count. What cannot be read counts as carrying.
 */
export function carriesMetadata(bytes: Buffer, format: 'jpg' | 'png' | 'webp'): boolean {
  if (format === 'jpg') return jpegCarriesMetadata(bytes)
  if (format === 'png') return pngCarriesMetadata(bytes)
  return webpCarriesMetadata(bytes)
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

// Quantisation, Huffman and arithmetic tables, restart interval, frame headers.
const JPEG_PICTURE_MARKERS = new Set(Buffer.from('c0c1c2c3c4c5c6c7c9cacbcccdcecfdbdd', 'hex').values())

const JPEG_HARMLESS_SEGMENTS = [
  { marker: 0xe0, starts: 'JFIF\0' },
  { marker: 0xe2, starts: 'ICC_PROFILE\0' },
  { marker: 0xee, starts: 'Adobe' },
] as const

function jpegCarriesMetadata(bytes: Buffer): boolean {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return true
    const marker = bytes[at + 1] ?? 0
    if (marker === END_OF_IMAGE) return at + 2 !== bytes.length
    const length = bytes.readUInt16BE(at + 2)
    if (!isPictureSegment(marker, bytes.subarray(at + 4, at + 2 + length))) return true
    at += 2 + length
    if (marker === START_OF_SCAN) at = skipScan(bytes, at)
  }
  return at + 2 !== bytes.length || bytes[at] !== 0xff || bytes[at + 1] !== END_OF_IMAGE
}

function isPictureSegment(marker: number, content: Buffer): boolean {
  if (JPEG_PICTURE_MARKERS.has(marker) || marker === START_OF_SCAN) return true
  return JPEG_HARMLESS_SEGMENTS.some(
    (segment) =>
      segment.marker === marker && content.toString('latin1', 0, segment.starts.length) === segment.starts,
  )
}

/** The next marker after compressed data: `FF` not followed by a stuffed zero or a restart marker. */
function skipScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at === -1) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}

const PNG_PICTURE_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP bKGD pHYs sBIT acTL fcTL fdAT'.split(' '),
)

function pngCarriesMetadata(bytes: Buffer): boolean {
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (!PNG_PICTURE_CHUNKS.has(name)) return true
    at += 12 + length
    if (name === 'IEND') return at !== bytes.length
  }
  return true
}

const WEBP_PICTURE_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH'])

function webpCarriesMetadata(bytes: Buffer): boolean {
  if (bytes.length < 12 || bytes.readUInt32LE(4) + 8 !== bytes.length) return true
  let at = 12
  while (at + 8 <= bytes.length) {
    if (!WEBP_PICTURE_CHUNKS.has(bytes.toString('latin1', at, at + 4))) return true
    const length = bytes.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return at !== bytes.length
}
