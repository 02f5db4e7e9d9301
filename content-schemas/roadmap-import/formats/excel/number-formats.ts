import { type ShownParts, writeDate } from './cell-dates.ts'

const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
}
const DAY_MS = 86_400_000
/** Day 0 of Excel; the day that it counts although it never was, 29 February 1900, falls before any roadmap. */
const EPOCH = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1462
const MAX_DAY = 2_958_465

/** The format code of a number of the workbook: its own, else the built-in one of that id. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  const code = own.get(id) ?? BUILT_IN[id] ?? ''
  if (code !== '') return code
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'dd.mm.yyyy' : ''
}

/** A number as its cell shows it: dates by the parts that the format shows, other numbers with its decimals. */
export function showNumber(value: number, code: string, from1904: boolean): string {
  const plain = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase()
  if ((/[yd]/.test(plain) || (/m/.test(plain) && !/[hs]/.test(plain))) && value >= 0 && value <= MAX_DAY) {
    return writeDate(dateOf(value, from1904), shownParts(plain))
  }
  if (/h/.test(plain) && value >= 0 && value < 1) return showTime(value)
  const decimals = /0\.(0+)/.exec(plain)?.[1]?.length
  if (plain.includes('%')) return `${trimNumber(value * 100, decimals ?? 0)}%`
  if (decimals !== undefined) return trimNumber(value, decimals)
  return plain === '0' ? trimNumber(value, 0) : String(Number(value.toPrecision(11)))
}

function dateOf(value: number, from1904: boolean): Date {
  return new Date(EPOCH + Math.floor(value + (from1904 ? DAYS_TO_1904 : 0)) * DAY_MS)
}

function shownParts(plain: string): ShownParts {
  const time = /h.*m|m.*s/.test(plain)
  return {
    day: /d/.test(plain),
    month: /mm?m|m(?!.*s)/.test(plain) && !(time && !/[yd]/.test(plain)),
    year: /y/.test(plain),
  }
}

function showTime(value: number): string {
  const minutes = Math.round(value * 24 * 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function trimNumber(value: number, decimals: number): string {
  return value.toFixed(Math.min(decimals, 10))
}
