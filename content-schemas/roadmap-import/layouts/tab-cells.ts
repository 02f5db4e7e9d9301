import type { NeutralBlock } from '../neutral-document.ts'
import type { LooseCell } from './judged-cell.ts'
import { readStream } from './read-stream.ts'

const SIGNATURE =
  /^(?:\s*)(?:М\.\s?П\.|Директор\s+_|Приложение\s*(?:№|\d)|\(?подпись\)?|Ознакомлен|С приказом)/i

/** One cell a line, each begun by a tab, as word processors write a table to plain text; rows parted by blank lines. */
export function readTabCells(text: string): NeutralBlock[] | null {
  const lines = text.replaceAll('\f', '\n').split('\n')
  const single = lines.filter((line) => /^\s*\t[^\t]*$/.test(line)).length
  if (single < 8) return null
  const lead: string[] = []
  const cells: LooseCell[] = []
  let blank = true
  for (const line of lines) {
    const pieces = /^\s*\t/.test(line) ? line.replace(/^\s*?\t/, '').split('\t') : null
    if (pieces) {
      for (const [index, piece] of pieces.entries())
        cells.push({ text: markLostBullet(piece), gapBefore: index === 0 && blank })
    } else {
      const cell = cells.at(-1)
      if (cell) cell.text += `\n${line}`
      else lead.push(line)
    }
    blank = line.trim() === '' && !line.includes('\t')
  }
  const after = cutSignature(cells.at(-1))
  const blocks = readStream(cells, 'cells')
  return blocks && [{ type: 'text', lines: lead }, ...blocks, { type: 'text', lines: after }]
}

/** A lone space before a long cell is what remains of a bullet of a symbol font. */
function markLostBullet(text: string): string {
  return /^ \p{Lu}.{60}/u.test(text) ? `•${text}` : text
}

function cutSignature(cell: LooseCell | undefined): string[] {
  if (!cell) return []
  const lines = cell.text.split('\n')
  const at = lines.findIndex((line, index) => index > 0 && SIGNATURE.test(line))
  if (at < 0) return []
  cell.text = lines.slice(0, at).join('\n')
  return lines.slice(at)
}
