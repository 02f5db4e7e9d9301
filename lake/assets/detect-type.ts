import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What the bytes are, whatever the name says. `extension` has no dot. */
export interface ContentType {
  extension: string
  mimeType: string
}

const SNIFF_BYTES = 4_096

/** Old Office files share one container; only their name tells which is which, and nothing runs by mistaking it. */
const COMPOUND_TYPES: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/** Text has no signature; of these the name may decide, as all are served as plain text. */
const TEXT_EXTENSIONS = new Set(['txt', 'csv', 'md', 'ics', 'json', 'vcf', 'srt'])

/**
 * Tells the type of a file by its content; the name only chooses between types that are equally harmless. HTML, SVG
 * and scripts come out as plain text.
 * @param originalName as given by the uploader
 */
export async function detectContentType(path: string, originalName: string): Promise<ContentType> {
  const named = /\.([a-z0-9]{1,10})$/i.exec(originalName)?.[1]?.toLowerCase() ?? ''
  const detected = await fileTypeFromFile(path)
  if (detected?.ext === 'cfb') {
    const mimeType = COMPOUND_TYPES[named]
    return mimeType
      ? { extension: named, mimeType }
      : { extension: 'bin', mimeType: 'application/octet-stream' }
  }
  if (detected && detected.mime !== 'application/xml') {
    return { extension: detected.ext.replace(/[^a-z0-9]/g, ''), mimeType: detected.mime.split(';')[0] ?? '' }
  }
  if (!looksLikeText(await readHead(path))) return { extension: 'bin', mimeType: 'application/octet-stream' }
  return { extension: TEXT_EXTENSIONS.has(named) ? named : 'txt', mimeType: 'text/plain' }
}

/** The first bytes of a file, at most 4 KiB. */
async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function looksLikeText(head: Buffer): boolean {
  return (
    head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
  )
}
