import type { Mend } from '../mending/mend-words.ts'
import type { DeadlineContext, DeadlineReading } from './deadline-reading.ts'
import { isImpossible } from './deadline-term.ts'
import type { ParsedDeadline } from './parse-terms.ts'
import type { PlacedYears } from './place-years.ts'

interface Findings {
  parsed: ParsedDeadline
  placed: PlacedYears
  unread: string[]
  mends: Mend[]
  context: DeadlineContext
}

/** Adds the warnings of a deadline: what was taken on trust, what was not understood, what contradicts itself. */
export function warnAboutDeadline(reading: DeadlineReading, findings: Findings): void {
  const { parsed, unread, mends } = findings
  const words = `«${reading.verbatim.trim().replaceAll(/\s+/g, ' ').slice(0, 120)}»`
  const add = (code: DeadlineReading['warnings'][number]['code'], message: string) =>
    reading.warnings.push({ code, message })
  for (const mend of mends) {
    reading.inferred.push({ field: 'verbatim', from: 'dictionary' })
    add('mended-word', `В сроке ${words} слово «${mend.from}» собрано из частей: «${mend.to}».`)
  }
  const yearLeftOpen = parsed.ambiguousEnds.some((type) => type === 'year' || type === 'years')
  if (parsed.ambiguousEnds.length > 0) {
    add(
      yearLeftOpen ? 'ambiguous-year' : 'ambiguous-end',
      `Срок ${words} можно понять двояко: входит ли названное время в срок. Принято, что не входит.`,
    )
  }
  const repeated = reading.parts.find(
    (part, index) => reading.parts.findIndex((other) => sameWords(other.verbatim, part.verbatim)) < index,
  )
  if (repeated) add('duplicate-part', `В сроке ${words} часть «${repeated.verbatim}» повторяется.`)
  warnAboutYears(findings, words, add)
  if (findings.placed.terms.some(({ from, to }) => isImpossible(from) || isImpossible(to))) {
    add('impossible-date', `В сроке ${words} названо число, которого нет в календаре.`)
  }
  for (const part of [reading, ...reading.parts]) {
    if (part.start && part.end && part.start > part.end) {
      add('impossible-date', `В сроке ${words} последний день раньше первого.`)
      break
    }
  }
  const nothingRead = parsed.dated.length + parsed.phrases.length === 0
  const onlyYears =
    parsed.dated.length > 0 && parsed.dated.every((term) => term.fixed) && reading.parts.length === 0
  if (unread.length > 0 && ((reading.kind === 'relative' && nothingRead) || onlyYears)) {
    add('unread-deadline', `Срок ${words} не удалось понять: проверьте его.`)
  }
}

function warnAboutYears(
  { placed }: Findings,
  words: string,
  add: (code: DeadlineReading['warnings'][number]['code'], message: string) => void,
): void {
  const open = placed.terms.filter((term) => !term.fixed && (term.from ?? term.to)?.year === null)
  if (open.some(isQuarter)) {
    add('quarter-without-year', `У срока ${words} не указан год, и по документу его не узнать.`)
  } else if (placed.source && placed.source !== 'cell' && placed.terms.some(isQuarter)) {
    add('quarter-without-year', `У срока ${words} не указан год: он взят из срока дорожной карты, проверьте.`)
  } else if (open.length > 0) {
    add('year-missing', `У срока ${words} не указан год, и по документу его не узнать.`)
  }
  if (placed.source === 'order') {
    add('year-inferred', `Год срока ${words} взят по дате приказа: проверьте его.`)
  } else if (placed.source && placed.uncertain) {
    const where = placed.source === 'cell' ? 'из названных годов' : 'внутри срока дорожной карты'
    add('year-inferred', `Год срока ${words} выбран ${where}: проверьте его.`)
  } else if (placed.source === 'derived') {
    add('year-inferred', `Год срока ${words} взят по другим срокам документа: проверьте его.`)
  }
}

function sameWords(first: string, second: string): boolean {
  return first.trim().toLowerCase() === second.trim().toLowerCase()
}

function isQuarter(term: { kind: string }): boolean {
  return term.kind === 'quarter' || term.kind === 'half-year'
}
