/** What a file is by its bytes, whatever its name says. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'pdf'
  | 'rtf'
  | 'old-word'
  | 'old-excel'
  | 'old-powerpoint'
  | 'locked-office'
  | 'old-office'
  | 'archive'
  | 'image'
  | 'video'
  | 'program'
  | 'word-xml'
  | 'flat-open-document'
  | 'web-archive'
  | 'text'

const SIGNATURES: readonly (readonly [FileKind, readonly number[], number])[] = [
  ['rtf', [0x7b, 0x5c, 0x72, 0x74], 0],
  ['image', [0x89, 0x50, 0x4e, 0x47], 0],
  ['image', [0xff, 0xd8, 0xff], 0],
  ['image', [0x47, 0x49, 0x46, 0x38], 0],
  ['image', [0x42, 0x4d], 0],
  ['image', [0x49, 0x49, 0x2a, 0x00], 0],
  ['image', [0x4d, 0x4d, 0x00, 0x2a], 0],
  ['image', [0x57, 0x45, 0x42, 0x50], 8],
  ['image', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], 4],
  ['image', [0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d], 0],
  ['video', [0x66, 0x74, 0x79, 0x70], 4],
  ['archive', [0x52, 0x61, 0x72, 0x21], 0],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf], 0],
  ['archive', [0x1f, 0x8b], 0],
  ['program', [0x4d, 0x5a, 0x90], 0],
  ['program', [0x7f, 0x45, 0x4c, 0x46], 0],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const PDF_SEARCHED = 1024
const SEARCHED = 4096

/** Tells what a file is from its first bytes; an OLE file of old Office also from the names of its streams. */
export function recogniseFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (hasBytes(bytes, ZIP, 0) || hasBytes(bytes, EMPTY_ZIP, 0)) return 'zip'
  if (hasBytes(bytes, OLE, 0)) return recogniseOle(bytes)
  const known = SIGNATURES.find(([kind, signature, at]) => {
    // «BM» may begin a text; a picture says its size right after.
    return hasBytes(bytes, signature, at) && (kind !== 'image' || signature.length > 2 || bytes[5] === 0)
  })
  if (known) return known[0]
  const start = latin(bytes.subarray(0, SEARCHED))
  if (start.slice(0, PDF_SEARCHED).includes('%PDF-')) return 'pdf'
  if (/^\s*(?:\xef\xbb\xbf)?<\?xml/.test(start)) {
    if (
      /<\?mso-application progid="Word|schemas\.microsoft\.com\/office\/(?:word\/2003|2006\/xmlPackage)/.test(
        start,
      )
    )
      return 'word-xml'
    if (/<\?mso-application progid="Excel/.test(start)) return 'word-xml'
    if (/<office:document[\s>]/.test(start)) return 'flat-open-document'
  }
  if (/^\s*(?:MIME-Version:|From:[^\n]*\r?\nSubject:|Content-Type: multipart)/i.test(start))
    return 'web-archive'
  return 'text'
}

function recogniseOle(bytes: Uint8Array): FileKind {
  const names = latin(bytes).replaceAll('\0', '')
  if (names.includes('EncryptedPackage')) return 'locked-office'
  if (names.includes('WordDocument')) return 'old-word'
  if (names.includes('PowerPoint Document')) return 'old-powerpoint'
  if (/Workbook|Book/.test(names)) return 'old-excel'
  return 'old-office'
}

function hasBytes(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
