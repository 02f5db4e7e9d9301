import { getDocumentProxy } from 'unpdf'
import type { NeutralDocument } from '../../neutral-document.ts'
import { RoadmapImportError } from '../../roadmap-import-error.ts'
import { readTextLayouts } from '../../layouts/read-text-layouts.ts'
import { drawPages, type PlacedWords } from './draw-lines.ts'

const MAX_PAGES = 200

/**
 * Reads a .pdf by the places of its words: every page is drawn as lines of letters with its columns lined up, and
 * read as such a text.
 * @throws {RoadmapImportError} when the file is broken, locked, or a scan without text
 */
export async function readPdf(bytes: Uint8Array): Promise<NeutralDocument[]> {
  const pages = await readPages(bytes).catch(() => null)
  if (!pages) {
    throw new RoadmapImportError(
      'not-text',
      'Файл .pdf повреждён или закрыт паролем. Сохраните его заново без пароля.',
    )
  }
  const words = pages.reduce((sum, page) => sum + page.length, 0)
  if (words === 0) {
    throw new RoadmapImportError(
      'not-text',
      'В файле .pdf нет текста: это скан. Распознайте его (например, в Яндекс Диске или FineReader) и загрузите снова.',
    )
  }
  return [...readTextLayouts(drawPages(pages))]
}

async function readPages(bytes: Uint8Array): Promise<PlacedWords[][]> {
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  const pages: PlacedWords[][] = []
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- pages are read one by one to keep the memory low
    const page = await document.getPage(number)
    // oxlint-disable-next-line no-await-in-loop -- the words belong to the page just read
    const { items } = await page.getTextContent()
    pages.push(items.flatMap((item) => ('str' in item ? placeWords(item) : [])))
  }
  return pages
}

function placeWords(item: { str: string; transform: unknown[]; width: number }): PlacedWords[] {
  const [, , , height, left, bottom] = item.transform.map(Number)
  if (item.str.trim() === '' || left === undefined || bottom === undefined) return []
  return [{ text: item.str, left, bottom, width: item.width, height: Math.abs(height ?? 10) || 10 }]
}
