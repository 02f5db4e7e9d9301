import mammoth from 'mammoth'
import type { NeutralDocument } from '../neutral-document.ts'
import { RoadmapImportError } from '../roadmap-import-error.ts'
import { readHtml } from './html-tables.ts'
import { unpackedSize } from './unpacked-size.ts'

const MAX_UNPACKED = 300 * 1024 * 1024

/**
 * Reads a .docx: paragraphs and tables, with merged cells and lists.
 * @throws {RoadmapImportError} when the file is broken or unpacks to more than 300 MB
 */
export async function readDocx(bytes: Uint8Array): Promise<NeutralDocument> {
  if (unpackedSize(bytes) > MAX_UNPACKED) {
    throw new RoadmapImportError(
      'too-large',
      'Документ слишком большой. Оставьте в нём только дорожную карту.',
    )
  }
  const arrayBuffer = new ArrayBuffer(bytes.length)
  new Uint8Array(arrayBuffer).set(bytes)
  // The browser's build takes `arrayBuffer`, the other `buffer`.
  const input = { arrayBuffer, buffer: arrayBuffer }
  const html = await mammoth
    .convertToHtml(input, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    .then(
      (result) => result.value,
      () => null,
    )
  if (html === null) {
    throw new RoadmapImportError(
      'not-text',
      'Документ Word повреждён. Откройте его в Word и сохраните заново как .docx.',
    )
  }
  return readHtml(html)
}
