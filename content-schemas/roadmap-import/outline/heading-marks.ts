import { splitNumberedHeading } from '../table/number-mark.ts'

/**
 * The heading of a stage: «Раздел 2. Отбор» and «2 этап. Отбор» keep their word in the number, «Раздел 2», «2 этап», so
 * that no word is lost.
 */
export function readHeading(heading: string): { number: string | null; title: string } {
  const { number, title } = splitNumberedHeading(heading)
  if (number === null) return { number, title }
  const word = /^этап(?:\s*[.:–—-]+\s*|\s+)(?=\S)/iu.exec(title)?.[0] ?? ''
  const rest = title.slice(word.length)
  return { number: markOf(heading, rest), title: rest }
}

/** «Этап 3», «Раздел 3», «2 этап», «Этап «Подготовка»». */
export function nameStage({ number, title }: { number: string | null; title: string | null }): string {
  if (number) return /\p{L}{4}/u.test(number) ? number : `Этап ${number}`
  return `Этап «${title ?? 'без названия'}»`
}

/** «2» of «Раздел 2» and «2 этап». */
export function bareNumber(number: string): string {
  return /^[\d.]+|[\d.]+$|^[IVXІХ]+(?!\p{L})|[IVXІХ]+$/u.exec(number)?.[0] ?? number
}

/** Whether a heading right under another begins a part of it and no part beside it: «I. Организация» – «1.1. Приказы». */
export function isHeadingWithin(above: string, below: string): boolean {
  return kindOf(above) !== kindOf(below)
}

/** What the headings of one rank have in common: the word, the kind and the depth of the number. */
function kindOf(heading: string): string {
  const { number, title } = splitNumberedHeading(heading)
  if (number === null) return ''
  return markOf(heading, title)
    .toLowerCase()
    .replace(/[ivxіх]+$/u, 'I')
    .replaceAll(/\d+/g, '1')
}

function markOf(heading: string, title: string): string {
  return heading
    .slice(0, heading.length - title.length)
    .replace(/[\s.:)–—-]+$/u, '')
    .trim()
}
