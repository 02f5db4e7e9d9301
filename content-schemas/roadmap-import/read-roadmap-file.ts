import { readHtml } from './formats/html-tables.ts'
import type { NeutralDocument } from './neutral-document.ts'
import { readNeutral, readRoadmap, type RoadmapReading } from './read-roadmap.ts'
import { RoadmapImportError } from './roadmap-import-error.ts'
import { decodeBytes } from './text/decode-bytes.ts'

/**
 * Reads a roadmap from a file of any known format, told by its bytes: .docx, .pdf, .html, else text. The readers of
 * Word and PDF are loaded when they are needed.
 * @throws {RoadmapImportError} when the file cannot be read or holds no roadmap
 */
export async function readRoadmapBytes(bytes: Uint8Array): Promise<RoadmapReading> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return fromNeutral(await readPacked(bytes))
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    const { readPdf } = await import('./formats/pdf.ts')
    return fromNeutral(await readPdf(bytes))
  }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) {
    throw new RoadmapImportError('not-text', 'Это файл .rtf. Откройте его в Word и сохраните как .docx.')
  }
  const text = decodeBytes(bytes)
  return looksLikeHtml(text) ? readHtmlRoadmap(text) : readRoadmap(text)
}

/** Reads a roadmap from HTML: a saved page, or a table pasted from Word or Excel. */
export function readHtmlRoadmap(html: string): RoadmapReading {
  return fromNeutral([readHtml(html)])
}

async function readPacked(bytes: Uint8Array): Promise<NeutralDocument[]> {
  const names = new TextDecoder('latin1').decode(bytes)
  if (names.includes('word/document.xml')) {
    const { readDocx } = await import('./formats/docx.ts')
    return [await readDocx(bytes)]
  }
  if (names.includes('xl/workbook.xml')) {
    throw new RoadmapImportError(
      'not-text',
      'Это таблица Excel. Выделите её, скопируйте и вставьте в Word или сохраните как .csv.',
    )
  }
  throw new RoadmapImportError(
    'not-text',
    'Это архив, а не документ. Распакуйте его и загрузите документ из него.',
  )
}

function fromNeutral(documents: readonly NeutralDocument[]): RoadmapReading {
  const sourceText = documents.map(textOf)[0] ?? ''
  return { ...readNeutral(documents), sourceText }
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

function looksLikeHtml(text: string): boolean {
  return (
    /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<table|<meta|<body|<head|<div|version:\d)/i.test(
      text.slice(0, 1000),
    ) || /<table[\s>][\s\S]{0,2000}<t[rdh][\s>]/i.test(text.slice(0, 200_000))
  )
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
