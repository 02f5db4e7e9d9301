import { BlockCollector, type NeutralDocument } from '../../neutral-document.ts'
import { damagedFile } from '../../refusals.ts'
import type { Archive } from '../archive/open-archive.ts'
import { addSheet } from '../tables/add-sheet.ts'
import { addContent } from '../tables/add-source-table.ts'
import { childOf, childrenOf, descend, parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { OpenDocumentLists } from './open-document-lists.ts'
import { readOpenDocumentBody, readOpenDocumentTable } from './read-open-document-body.ts'

/**
 * Reads a text or a spreadsheet of LibreOffice (.odt, .ods and their templates).
 * @throws {RoadmapImportError} when the file is damaged or too large
 */
export async function readOpenDocument(archive: Archive): Promise<NeutralDocument> {
  const content = await archive.read('content.xml')
  if (!content) throw damagedFile()
  const styles = await archive.read('styles.xml')
  return readContent(parseXml(content), styles ? parseXml(styles) : undefined)
}

/**
 * Reads a text or a spreadsheet kept as one XML file (.fodt, .fods).
 * @throws {RoadmapImportError} when the file is damaged or too large
 */
export function readFlatOpenDocument(bytes: Uint8Array): NeutralDocument {
  return readContent(parseXml(bytes), undefined)
}

function readContent(root: XmlElement, styles: XmlElement | undefined): NeutralDocument {
  const lists = new OpenDocumentLists(
    [styles, root].flatMap((part) => [
      ...childrenOf(part, 'styles'),
      ...childrenOf(part, 'automatic-styles'),
    ]),
  )
  const collector = new BlockCollector()
  const text = descend(root, 'body', 'text')
  const sheets = descend(root, 'body', 'spreadsheet')
  if (text) addContent(collector, readOpenDocumentBody(text, lists))
  else if (sheets) {
    for (const sheet of childrenOf(sheets, 'table')) addSheet(collector, readOpenDocumentTable(sheet, lists))
  } else if (!childOf(root, 'body')) throw damagedFile()
  return { layout: 'html', blocks: collector.blocks, dropped: [] }
}
