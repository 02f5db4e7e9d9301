import { refuseByKind } from '../formats/refuse-file.ts'
import { RoadmapImportError } from '../roadmap-import-error.ts'

const MAX_BYTES = 64 * 1024 * 1024
const DECLARATION_WITHIN = 4096

/**
 * Text of a file: UTF-8, UTF-16 (with or without a mark), windows-1251, KOI8-R or IBM 866, told apart by the mark
 * and by which reading looks like Russian.
 * @throws {RoadmapImportError} when the file is empty, too large, or holds no text
 */
export function decodeBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new RoadmapImportError('empty', 'Файл пустой: в нём нечего читать.')
  if (bytes.length > MAX_BYTES) {
    throw new RoadmapImportError('too-large', 'Файл больше 64 МБ. Оставьте в нём только дорожную карту.')
  }
  const refusal = refuseByKind(bytes)
  if (refusal) throw refusal
  const text =
    decodeMarked(bytes) ??
    decodePlainUtf8(bytes) ??
    decodeDeclared(bytes) ??
    decodeUtf16(bytes) ??
    decodeUtf8(bytes) ??
    decodeSingleByte(bytes)
  if (!looksLikeText(text)) {
    throw new RoadmapImportError(
      'not-text',
      'В файле нет текста, который можно прочитать. Сохраните документ как .docx, .pdf или .txt.',
    )
  }
  return text
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes.subarray(3), 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes.subarray(2), 'utf-16be')
  return null
}

/** Russian letters that are whole in UTF-8 are in no other code page, whatever the page of HTML says of itself. */
function decodePlainUtf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /[а-яё]/i.test(text) ? text : null
  } catch {
    return null
  }
}

/** The code page that a page of HTML names for itself. */
function decodeDeclared(bytes: Uint8Array): string | null {
  const start = decode(bytes.subarray(0, DECLARATION_WITHIN), 'latin1')
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?(windows-1251|cp1251|koi8-r|ibm866|cp866)/i.exec(
    start,
  )?.[1]
  return name === undefined ? null : decode(bytes, name)
}

/** Without a mark UTF-16 shows by its high bytes: 0x04 for Russian letters and 0x00 for the rest. */
function decodeUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  const highs = [0, 0]
  for (const [index, byte] of sample.entries())
    if (byte === 0 || byte === 4) highs[index % 2] = (highs[index % 2] ?? 0) + 1
  const half = sample.length / 2
  if ((highs[1] ?? 0) > half * 0.9 && (highs[0] ?? 0) < half * 0.5) return decode(bytes, 'utf-16le')
  if ((highs[0] ?? 0) > half * 0.9 && (highs[1] ?? 0) < half * 0.5) return decode(bytes, 'utf-16be')
  return null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8')
  const broken = text.split('\ufffd').length - 1
  return broken * 50 < text.length ? text : null
}

function decodeSingleByte(bytes: Uint8Array): string {
  const readings = ['windows-1251', 'koi8-r', 'ibm866'].map((encoding) => decode(bytes, encoding))
  return readings.reduce((best, text) => (russianScore(text) > russianScore(best) ? text : best))
}

/** Share of frequent small Russian letters: a wrong code page swaps letter cases or gives rare signs. */
function russianScore(text: string): number {
  const sample = text.slice(0, 20_000)
  const frequent = sample.match(/[оеаинтсрвл]/g)?.length ?? 0
  const odd = sample.match(/[^\p{L}\p{N}\s.,;:!?()«»"№–—/|+*%-]/gu)?.length ?? 0
  return frequent - odd
}

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const control = countControl(sample)
  return control * 20 < sample.length + 20 && /\p{L}/u.test(sample)
}

function countControl(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) ||
      code === 0xfffd
    )
      count += 1
  }
  return count
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}
