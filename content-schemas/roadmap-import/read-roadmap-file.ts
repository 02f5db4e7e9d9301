import { readHtml } from './formats/html/read-html.ts'
import { looksLikeHtml, unpackWebArchive } from './formats/html/web-page.ts'
import { readFormattedFile } from './formats/read-file.ts'
import type { NeutralDocument } from './neutral-document.ts'
import { readNeutral, readRoadmap, type RoadmapReading } from './read-roadmap.ts'
import { decodeBytes } from './text/decode-bytes.ts'

/**
 * Reads a roadmap from a file of any known format, told by its bytes and not by its name: .docx, .xlsx, .odt, .ods,
 * .rtf, .pdf, .html, .mht, else text.
 * @throws {RoadmapImportError} when the file cannot be read or holds no roadmap
 */
export async function readRoadmapBytes(bytes: Uint8Array): Promise<RoadmapReading> {
  const documents = await readFormattedFile(bytes)
  if (documents) return fromNeutral(documents)
  const text = unpackWebArchive(bytes) ?? decodeBytes(bytes)
  return looksLikeHtml(text) ? readHtmlRoadmap(text) : readRoadmap(text)
}

/** Reads a roadmap from HTML: a saved page, or a table pasted from Word or Excel. */
export function readHtmlRoadmap(html: string): RoadmapReading {
  return fromNeutral([readHtml(html)])
}

function fromNeutral(documents: readonly NeutralDocument[]): RoadmapReading {
  const sourceText = documents.map(textOf)[0] ?? ''
  return readNeutral(documents, sourceText)
}

/** The words of a document as plain text, to be kept beside what was made of them. */
function textOf(document: NeutralDocument): string {
  return document.blocks
    .map((block) =>
      block.type === 'text'
        ? block.lines.join('\n')
        : block.rows
            .map((row) => row.cells.map((cell) => cell.replaceAll(/\s*[\n\u2028]\s*/g, ' ')).join('\t'))
            .join('\n'),
    )
    .join('\n')
}
