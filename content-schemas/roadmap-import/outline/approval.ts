import { readDeadline } from '../../deadlines/read-deadline.ts'
import type { Outline } from './outline.ts'

const KIND = '(приказ|распоряжени|постановлени|протокол|решени)[а-яё]*'
const DATE = '(?:[«"]?\\s*\\d{1,2}\\s*[»"]?\\s*[а-яё]{3,9}\\s*\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4})'
const NUMBER = '(\\d[\\d\\p{L}./-]{0,20})'
/** «приказом директора МАОУ СОШ № 34 от 02.09.2024 № 215»: a number before the date is the act's when none is after it. */
const ACT = new RegExp(
  `${KIND}(?:[^\\n]{0,120}?от\\s*(${DATE})[^№\\n]{0,12}№\\s*${NUMBER}|[^№\\n]{0,120}?№\\s*${NUMBER}[^№\\n]{0,12}?от\\s*(${DATE}))`,
  'iu',
)
/** Lines that a letterhead parts the words of an act into: «к приказу / Министерства … / Республики … / от … № …». */
const LINES_OF_ACT = 5
const BASIS = /на основании|в соответствии|во исполнение|руководствуясь|с целью|в целях/i
const KINDS: Readonly<Record<string, string>> = {
  приказ: 'приказ',
  распоряжени: 'распоряжение',
  постановлени: 'постановление',
  протокол: 'протокол',
  решени: 'решение',
}

/** The act that put the roadmap in force: of the letterhead, the «УТВЕРЖДАЮ» block or «Приложение к приказу». */
export function findApproval(before: readonly string[], after: readonly string[]): Outline['approval'] {
  return findHeadedAct(before) ?? findNamedAct(before) ?? findNamedAct(after.slice(0, 20))
}

/** Acts that the document names as its ground, in the words of the document. */
export function findBasis(lines: readonly string[]): string[] {
  return lines
    .filter((line) => BASIS.test(line) && /№|закон|письм|распоряжени|приказ/i.test(line))
    .map((line) => line.slice(0, 1500))
}

/** «ПРИКАЗ», then its date and number on lines of their own. */
function findHeadedAct(lines: readonly string[]): Outline['approval'] {
  const at = lines.findIndex((line) => /^(?:приказ|распоряжение|постановление)\s*(?:№.*|от .*)?$/i.test(line))
  if (at < 0) return null
  const head = lines
    .slice(at, at + 10)
    .filter((line) => !BASIS.test(line))
    .join(' ')
  const date = new RegExp(DATE, 'iu').exec(head)?.[0]
  const number = new RegExp(`№\\s*${NUMBER}`, 'iu').exec(head)?.[1]
  if (!date && !number) return null
  const kind = (lines[at] ?? '').toLowerCase().split(/\s/)[0] ?? 'приказ'
  return { kind, number: tidyNumber(number), date: date ? toDate(date) : null }
}

/** The first act that is named; the minutes of a council only when no order is. */
function findNamedAct(lines: readonly string[]): Outline['approval'] {
  const worded = lines.filter((line) => line !== '')
  const acts = worded.flatMap(
    (_, index) => readAct(worded.slice(index, index + LINES_OF_ACT).join(' ')) ?? [],
  )
  return acts.find((act) => act.kind !== 'протокол') ?? acts[0] ?? null
}

function readAct(words: string): Outline['approval'] {
  const match = ACT.exec(words)
  if (!match || BASIS.test(words.slice(0, match.index))) return null
  const date = match[2] ?? match[5]
  return {
    kind: KINDS[(match[1] ?? '').toLowerCase()] ?? 'приказ',
    number: tidyNumber(match[3] ?? match[4]),
    date: date ? toDate(date) : null,
  }
}

function toDate(words: string): string | null {
  return readDeadline(words.replaceAll(/[«»"]/g, ' ')).start
}

function tidyNumber(number: string | undefined): string | null {
  return number?.replace(/[.,/-]+$/, '') ?? null
}
