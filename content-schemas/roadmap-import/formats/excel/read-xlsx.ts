import { BlockCollector, type NeutralDocument } from '../../neutral-document.ts'
import { damagedFile } from '../../refusals.ts'
import type { Archive } from '../archive/open-archive.ts'
import { addSheet } from '../tables/add-sheet.ts'
import { childOf, childrenOf, descend, parseXml, textOf, type XmlElement } from '../xml/parse-xml.ts'
import { formatCode } from './number-formats.ts'
import { readSheet, type Workbook } from './read-sheet.ts'

const MAX_SHEETS = 60

/**
 * Reads a workbook of Excel (.xlsx, .xlsm): every visible sheet with its visible columns and merged cells; dates and numbers as their
 * cells show them, formulas by the values that were saved.
 * @throws {RoadmapImportError} when the file is damaged or too large
 */
export async function readXlsx(archive: Archive): Promise<NeutralDocument> {
  const readPart = async (name: string): Promise<XmlElement | undefined> => {
    const bytes = await archive.read(name)
    return bytes ? parseXml(bytes) : undefined
  }
  const book = await readPart('xl/workbook.xml')
  if (!book) throw damagedFile()
  const targets = readTargets(await readPart('xl/_rels/workbook.xml.rels'))
  const workbook: Workbook = {
    strings: readStrings(await readPart('xl/sharedStrings.xml')),
    formats: readFormats(await readPart('xl/styles.xml')),
    from1904: ['1', 'true'].includes(childOf(book, 'workbookPr')?.attributes.get('date1904') ?? ''),
  }
  const collector = new BlockCollector()
  const dropped: string[] = []
  const sheets = childrenOf(childOf(book, 'sheets'), 'sheet').filter(
    (sheet) => !/hidden/i.test(sheet.attributes.get('state') ?? ''),
  )
  for (const sheet of sheets.slice(0, MAX_SHEETS)) {
    const target = targets.get(sheet.attributes.get('id') ?? '')
    // oxlint-disable-next-line no-await-in-loop -- sheets are read one by one to keep the memory low
    const content = target === undefined ? undefined : await readPart(target)
    if (!content) continue
    const { table, hidden } = readSheet(content, workbook)
    addSheet(collector, table)
    dropped.push(...hidden.map((words) => `скрытый столбец: ${words}`))
  }
  return { layout: 'html', blocks: collector.blocks, dropped }
}

/** Where the parts lie, by their ids. */
function readTargets(relations: XmlElement | undefined): Map<string, string> {
  return new Map(
    childrenOf(relations, 'Relationship').map((relation) => {
      const target = relation.attributes.get('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return [relation.attributes.get('Id') ?? '', path]
    }),
  )
}

function readStrings(part: XmlElement | undefined): string[] {
  return childrenOf(part, 'si').map(readRichText)
}

/** Words of a string whose pieces may be set differently; the reading aids of phonetic runs are left out. */
function readRichText(item: XmlElement): string {
  return childrenOf(item)
    .map((piece) =>
      piece.name === 't' ? textOf(piece) : piece.name === 'r' ? textOf(childOf(piece, 't')) : '',
    )
    .join('')
}

/** The format code of every cell style. */
function readFormats(styles: XmlElement | undefined): string[] {
  const own = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map((format) => [
      Number(format.attributes.get('numFmtId')),
      format.attributes.get('formatCode') ?? '',
    ]),
  )
  return childrenOf(descend(styles, 'cellXfs'), 'xf').map((style) =>
    formatCode(Number(style.attributes.get('numFmtId') ?? '0'), own),
  )
}
