import { BlockCollector, type NeutralDocument } from '../../neutral-document.ts'
import { damagedFile } from '../../refusals.ts'
import type { Archive } from '../archive/open-archive.ts'
import { addContent } from '../tables/add-source-table.ts'
import { childOf, parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { WordLists } from './word-lists.ts'
import { readWordBody } from './read-word-body.ts'

/**
 * Reads a document of Word (.docx, .docm, .dotx): paragraphs and tables with merged cells, lists with the numbers and
 * marks that Word shows, tracked changes as accepted, words of text boxes; footnotes and hidden words are left out.
 * @throws {RoadmapImportError} when the file is damaged or too large
 */
export async function readDocx(archive: Archive): Promise<NeutralDocument> {
  const path = mainPart(archive.names)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const readPart = async (name: string): Promise<XmlElement | undefined> => {
    const bytes = await archive.read(name)
    return bytes ? parseXml(bytes) : undefined
  }
  const body = childOf(await readPart(path), 'body')
  if (!body) throw damagedFile()
  const lists = new WordLists(await readPart(`${folder}numbering.xml`), await readPart(`${folder}styles.xml`))
  const collector = new BlockCollector()
  addContent(collector, readWordBody(body, lists))
  return { layout: 'html', blocks: collector.blocks, dropped: [] }
}

/** Some programs number the main part: `word/document2.xml`. */
function mainPart(names: readonly string[]): string {
  const path = names.find((name) => /^word\/document\d*\.xml$/i.test(name))
  if (path === undefined) throw damagedFile()
  return path
}
