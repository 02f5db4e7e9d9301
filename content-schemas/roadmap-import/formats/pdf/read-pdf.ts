import type { NeutralDocument } from '../../neutral-document.ts'
import { readTextLayouts } from '../../layouts/read-text-layouts.ts'
import { RoadmapImportError } from '../../roadmap-import-error.ts'
import { containRejections } from './contain-rejections.ts'
import { drawPages } from './draw-lines.ts'
import { findOpenGrids } from './open-grid.ts'
import { readPages } from './read-pages.ts'
import { readRuledPages } from './ruled-pages.ts'
import { dropRunningLines } from './running-lines.ts'

/**
 * Reads a .pdf by the places of its words: tables drawn with lines by their cells; where there are none, every page is
 * drawn as lines of letters with its columns lined up and read as such a text. Likeliest readings come first.
 * @throws {RoadmapImportError} when the file is damaged, locked, too large, or a scan without text
 */
export async function readPdf(bytes: Uint8Array): Promise<NeutralDocument[]> {
  const read = await containRejections(() => readPages(bytes))
  if (read.every((page) => page.words.length === 0)) {
    throw new RoadmapImportError(
      'not-text',
      'В файле .pdf нет текста: это скан. Распознайте его (например, в Яндекс Диске или FineReader) и загрузите снова.',
    )
  }
  const { pages, dropped } = dropRunningLines(read)
  const ruled = readRuledPages(pages, dropped)
  const drawn = [...readTextLayouts(drawPages(pages))].map((document) => ({
    ...document,
    dropped: [...document.dropped, ...dropped],
  }))
  const grids = findOpenGrids(pages)?.map((grid) => (grid ? [grid] : []))
  const open = grids ? readRuledPages(pages, dropped, grids) : null
  return [...(ruled ? [ruled] : []), ...(open ? [open] : []), ...drawn]
}
