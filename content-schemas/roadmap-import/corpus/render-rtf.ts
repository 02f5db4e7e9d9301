import { drawGrid, type GridCell } from './draw-grid.ts'
import { encodeWindows1251 } from './encode-windows1251.ts'
import type { RoadmapModel } from './roadmap-model.ts'

const COLUMN_WIDTH = 2400

/** How letters beyond ASCII are written: by their numbers, as Word does, or by bytes of windows-1251. */
type RtfLetters = 'unicode' | 'code-page'

/** Rich text as Word writes it: merged cells by flags, letters by their Unicode numbers with «?» to fall back on. */
export function renderRtf(model: RoadmapModel): Uint8Array {
  return assemble(model, 'unicode')
}

/** Rich text of older programs: letters as bytes of windows-1251. */
export function renderRtfInCodePage(model: RoadmapModel): Uint8Array {
  return assemble(model, 'code-page')
}

function assemble(model: RoadmapModel, letters: RtfLetters): Uint8Array {
  const write = (text: string) => escapeRtf(text, letters)
  const held = model.columns.map(() => 0)
  const rows = drawGrid(model).map(({ kind, cells }) => {
    const pending = [...cells]
    const placed: (GridCell | null)[] = []
    const definitions: string[] = []
    for (let column = 0; column < held.length; column += 1) {
      const left = held[column] ?? 0
      const cell = left > 0 ? null : (pending.shift() ?? null)
      held[column] = cell ? cell.down - 1 : Math.max(0, left - 1)
      const flags = cell === null ? '\\clvmrg' : cell.down > 1 ? '\\clvmgf' : ''
      if (cell) column += cell.across - 1
      definitions.push(`${flags}\\clbrdrt\\brdrs\\brdrw10\\cellx${(column + 1) * COLUMN_WIDTH}`)
      placed.push(cell)
    }
    const repeated = kind === 'header' ? '\\trhdr' : ''
    const words = placed.map((cell) => drawCell(cell, write)).join('\n')
    return `\\trowd\\trgaph108${repeated}${definitions.join('')}\n${words}\\row`
  })
  const head = `{\\rtf1\\ansi\\ansicpg1251\\deff0\\deflang1049{\\fonttbl{\\f0\\froman\\fcharset204 Times New Roman;}}{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator ${write('Редактор')};}{\\info{\\title ${write('Лишние слова')}}}`
  const file = `${head}\n\\uc1\\pard\\qc{\\b ${write(model.title)}\\par}\\pard\\par\n${rows.join('\n')}\n\\pard ${write('Директор')}\\tab ________\\par}`
  return new TextEncoder().encode(file)
}

function drawCell(cell: GridCell | null, write: (text: string) => string): string {
  if (!cell) return '\\pard\\intbl\\cell'
  const lines = cell.list
    ? cell.list.items.map((item, index) => {
        const mark = cell.list?.style === 'numbers' ? `${index + 1})` : '-'
        return `{\\listtext\\pard ${mark}\\tab}${write(item)}`
      })
    : cell.text.split('\n').map(write)
  return `\\pard\\intbl {${lines.join('\\par ')}}\\cell`
}

function escapeRtf(text: string, letters: RtfLetters): string {
  return Array.from(text, (letter) => {
    if (letter === '\\' || letter === '{' || letter === '}') return `\\${letter}`
    const code = letter.charCodeAt(0)
    if (code < 128) return letter
    if (letters === 'unicode') return `\\u${code > 32767 ? code - 65536 : code}?`
    return `\\'${(encodeWindows1251(letter)[0] ?? 0x3f).toString(16).padStart(2, '0')}`
  }).join('')
}
