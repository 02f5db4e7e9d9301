import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { lockedFile, damagedFile, overlargeFile } from '../../refusals.ts'
import { limitStreams } from './limit-streams.ts'
import { mendCrossReferences } from './mend-cross-references.ts'
import { type Matrix, multiply, toMatrix } from './matrix.ts'
import type { PageMarks, PlacedWords } from './page-marks.ts'
import { readRules } from './read-rules.ts'

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
  const { items } = await page.getTextContent()
  const text = items.filter((item) => 'str' in item)
  const upright = page.getViewport({ scale: 1 })
  const turn = mainTurn(text, toMatrix(upright.transform))
  const viewport = turn === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
  const base = toMatrix(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height]
  const operations = await page.getOperatorList().catch(() => null)
  return {
    width: viewport.width,
    height: viewport.height,
    words: text.flatMap((item) => placeWords(item, base)),
    rules: operations ? readRules(operations, numbers, base) : [],
  }
}

interface TextItem {
  str: string
  transform: unknown[]
  width: number
}

/** Degrees by which the page must be turned for most of its letters to stand upright. */
function mainTurn(items: readonly TextItem[], base: Matrix | null): number {
  const letters = new Map<number, number>()
  for (const { str, transform } of items) {
    const own = toMatrix(transform)
    if (!own || !base || str.trim() === '') continue
    const direction = directionOf(multiply(base, own))
    letters.set(direction, (letters.get(direction) ?? 0) + str.length)
  }
  const [main] = [...letters].toSorted(([, one], [, other]) => other - one)
  return main ? (360 - main[0]) % 360 : 0
}

/** Where words run to, in quarters of a turn clockwise: 0 to the right, 90 downwards. */
function directionOf([a, b]: Matrix): number {
  return (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360
}

function placeWords(item: TextItem, base: Matrix): PlacedWords[] {
  const own = toMatrix(item.transform)
  const text = item.str.trim()
  if (!own || text === '') return []
  const matrix = multiply(base, own)
  const direction = directionOf(matrix)
  const height = Math.hypot(matrix[2], matrix[3]) || 10
  const letter = item.width / item.str.length
  const indent = letter * (item.str.length - item.str.trimStart().length)
  const placed = { text, width: letter * text.length, height }
  if (direction === 90) return [{ ...placed, left: matrix[4], baseline: matrix[5] + indent, turned: 'down' }]
  if (direction === 270) return [{ ...placed, left: matrix[4], baseline: matrix[5] - indent, turned: 'up' }]
  return [{ ...placed, left: matrix[4] + indent, baseline: matrix[5] }]
}
