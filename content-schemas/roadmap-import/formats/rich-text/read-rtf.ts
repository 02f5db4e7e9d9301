import { BlockCollector, type NeutralDocument } from '../../neutral-document.ts'
import { overlargeFile } from '../../refusals.ts'
import { addContent } from '../tables/add-source-table.ts'
import { RtfReader } from './rtf-reader.ts'
import { readRtfTokens } from './rtf-tokens.ts'

const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads rich text (.rtf of Word, LibreOffice, WordPad): paragraphs and tables with merged cells.
 * @throws {RoadmapImportError} when the file is over 64 MB or its groups are nested too deep
 */
export function readRtf(bytes: Uint8Array): NeutralDocument {
  if (bytes.length > MAX_BYTES) throw overlargeFile()
  const reader = new RtfReader()
  for (const token of readRtfTokens(byteString(bytes))) reader.take(token)
  const collector = new BlockCollector()
  addContent(collector, reader.finish())
  return { layout: 'html', blocks: collector.blocks, dropped: [] }
}

/** One letter a byte: unlike the decoder of that name, windows-1252 is not meant. */
function byteString(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  }
  return pieces.join('')
}
