import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { lockedFile, damagedFile, overlargeFile } from '../../refusals.ts'
import { limitStreams } from './limit-streams.ts'
import { mendCrossReferences } from './mend-cross-references.ts'
import { type Matrix, toMatrix } from './matrix.ts'
import type { PageMarks } from './page-marks.ts'
import { readRules } from './read-rules.ts'
import { type FontMeasures, joinLetters, type PlacedLetter, readLetters } from './read-words.ts'

const MAX_PAGES = 200
const MAX_WORDS = 400_000

/**
 * Words and straight lines of the pages of a .pdf, every page turned so that most of its words stand upright.
 * @throws {RoadmapImportError} when the file is damaged, locked, or holds too many words
 */
export async function readPages(bytes: Uint8Array): Promise<PageMarks[]> {
  const { OPS } = await getResolvedPDFJS()
  await limitStreams(bytes)
  const document = await openDocument(bytes)
  const pages: PageMarks[] = []
  let words = 0
  try {
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      // oxlint-disable-next-line no-await-in-loop -- pages are read one by one to keep the memory low
      const page = await document.getPage(number).catch(() => null)
      if (!page) continue
      // oxlint-disable-next-line no-await-in-loop -- the words belong to the page just read
      const marks = await readPage(page, OPS).catch(() => null)
      if (!marks) continue
      words += marks.words.length
      if (words > MAX_WORDS) throw overlargeFile()
      pages.push(marks)
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy().catch(() => null)
  }
  if (pages.length === 0) throw damagedFile()
  return pages
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

async function openDocument(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // Pictures are not decoded: `maxImageSize` leaves out all that are larger than a dot.
    return await getDocumentProxy(mendCrossReferences(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      stopAtErrors: false,
    })
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? lockedFile() : damagedFile()
  }
}

async function readPage(page: PdfPage, numbers: Readonly<Record<string, number>>): Promise<PageMarks> {
  const operations = await page.getOperatorList()
  const upright = page.getViewport({ scale: 1 })
  const fontOf = (name: string): FontMeasures | null => {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    return typeof font === 'object' && font !== null ? font : null
  }
  const lettersFrom = (base: Matrix) => readLetters(operations, numbers, base, fontOf)
  const letters = lettersFrom(baseOf(upright))
  const turn = mainTurn(letters)
  const viewport = turn === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
  const base = baseOf(viewport)
  return {
    width: viewport.width,
    height: viewport.height,
    words: joinLetters(turn === 0 ? letters : lettersFrom(base)),
    rules: readRules(operations, numbers, base),
  }
}

function baseOf({ transform, height }: { transform: unknown; height: number }): Matrix {
  return toMatrix(transform) ?? [1, 0, 0, -1, 0, height]
}

/** Degrees by which the page must be turned for most of its letters to stand upright. */
function mainTurn(letters: readonly PlacedLetter[]): number {
  const counts = new Map<number, number>()
  for (const { direction, text } of letters) {
    if (text.trim() !== '') counts.set(direction, (counts.get(direction) ?? 0) + 1)
  }
  const [main] = [...counts].toSorted(([, one], [, other]) => other - one)
  return main ? (360 - main[0]) % 360 : 0
}
