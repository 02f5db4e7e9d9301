import type { NeutralDocument } from '../neutral-document.ts'
import { openArchive } from './archive/open-archive.ts'
import { recogniseFile } from './file-kind.ts'
import { refuseArchive, refuseKind } from './refuse-file.ts'

/**
 * Reads the formats that are no plain text, told by the file's bytes; null for text and HTML. Readers are loaded when
 * they are needed.
 * @throws {RoadmapImportError} when the file is of a kind that is not read, damaged, locked or too large
 */
export async function readFormattedFile(bytes: Uint8Array): Promise<NeutralDocument[] | null> {
  const kind = recogniseFile(bytes)
  switch (kind) {
    case 'text':
    case 'web-archive':
      return null
    case 'zip':
      return [await readPacked(bytes)]
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts')
      return readPdf(bytes)
    }
    case 'rtf': {
      const { readRtf } = await import('./rich-text/read-rtf.ts')
      return [readRtf(bytes)]
    }
    case 'flat-open-document': {
      const { readFlatOpenDocument } = await import('./open-document/read-open-document.ts')
      return [readFlatOpenDocument(bytes)]
    }
    default:
      throw refuseKind(kind)
  }
}

async function readPacked(bytes: Uint8Array): Promise<NeutralDocument> {
  const archive = openArchive(bytes)
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name))
  if (has(/^word\/document\d*\.xml$/i)) {
    const { readDocx } = await import('./word/read-docx.ts')
    return readDocx(archive)
  }
  if (has(/^xl\/workbook\.xml$/i)) {
    const { readXlsx } = await import('./excel/read-xlsx.ts')
    return readXlsx(archive)
  }
  if (has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/)) {
    const { readOpenDocument } = await import('./open-document/read-open-document.ts')
    return readOpenDocument(archive)
  }
  throw refuseArchive(archive.names)
}
