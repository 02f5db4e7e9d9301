import { type GivenNames, readNamesAfter, readNamesBefore } from './name-initials.ts'
import { remember } from './remember.ts'
import { createSurnamePatterns, createWordsPattern, isUnmistakable, readStemKey } from './surname-pattern.ts'

/** A name taken apart. */
export interface PersonName extends GivenNames {
  readonly surname: string
}

/** Characters from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Finds one person's name in texts, in any case, order and spacing. */
export interface NameFinder {
  /** Where the name stands, in order, without overlaps. */
  find(text: string): Span[]
  /** False when a text folded by `foldText` cannot hold the name: a cheap test before `find`. */
  mayOccurIn(folded: string): boolean
  /** Whether the letters of the surname are enough to tell it from parts of other words. */
  readonly isDistinct: boolean
}

const SINGLE_LETTER = /^\p{L}\p{M}?$/u
const DISTINCT_LENGTH = 4
const PATRONYMIC = /(?:вич|вна|ична|инична)$/i
const NAMED_AFTER =
  /(?<!\p{L})(?:им\.?|имени|ул\.?|улиц[аеыу]|пр\.?|просп\.?|проспекте?|пл\.?|площад[ьи]|пер\.?|г\.?|город[еау]?|с\.?|сел[оеа]|пос\.?|пос[её]л(?:ок|ка|ке))\s*$/iu

/** Takes «Фамилия И.О.», «И.О. Фамилия», «Фамилия Имя Отчество» or «Имя Отчество Фамилия» apart; undefined for no name. */
export function readPersonName(name: string): PersonName | undefined {
  const tokens = name.normalize('NFC').match(/\p{L}[\p{L}\p{M}]*(?:[-‐‑–'’ʼ]\p{L}[\p{L}\p{M}]*)*/gu) ?? []
  const words = tokens.filter((token) => !SINGLE_LETTER.test(token))
  const initials = tokens.filter((token) => SINGLE_LETTER.test(token))
  const [first, second, third] = words
  if (first === undefined) return undefined
  if (initials.length > 0) return { surname: first, initials: initials.slice(0, 2).map(toUpper), words: [] }
  const given =
    third !== undefined && second !== undefined && PATRONYMIC.test(second)
      ? [first, second]
      : words.slice(1, 3)
  const surname = given[0] === first && third !== undefined ? third : first
  return { surname, initials: given.map((word) => toUpper(word.slice(0, 1))), words: given }
}

/**
 * Finder of a person's name, undefined when the text names nobody.
 * @param options.surnameAlone whether the surname without initials counts; give false when someone else,
 * whose name may be shown, has the same surname
 */
export function createNameFinder(
  name: string,
  options: { surnameAlone?: boolean } = {},
): NameFinder | undefined {
  const { surnameAlone = true } = options
  return surnameAlone ? findBySurname(name) : findWithInitials(name)
}

const findBySurname = remember((name) => createFinder(name, true))
const findWithInitials = remember((name) => createFinder(name, false))

function createFinder(name: string, surnameAlone: boolean): NameFinder | undefined {
  const person = readPersonName(name)
  return person === undefined ? undefined : buildFinder(person, surnameAlone)
}

function buildFinder(person: PersonName, surnameAlone: boolean): NameFinder {
  const mayStandAlone = surnameAlone && isUnmistakable(person.surname)
  const keys = [person.surname, ...person.words.slice(1)].map(readStemKey)
  let patterns: ReturnType<typeof createPatterns> | undefined

  function find(text: string): Span[] {
    patterns ??= createPatterns(person)
    const spans: Span[] = []
    for (const match of text.matchAll(patterns.whole))
      addSpan(spans, judge(text, match, person, mayStandAlone))
    for (const match of text.matchAll(patterns.broken)) addSpan(spans, judge(text, match, person, false))
    for (const match of patterns.givenNames === undefined ? [] : text.matchAll(patterns.givenNames)) {
      addSpan(spans, { start: match.index, end: match.index + match[0].length })
    }
    return spans.toSorted((a, b) => a.start - b.start)
  }

  return {
    find,
    mayOccurIn: (folded) => keys.some((key) => folded.includes(key)),
    isDistinct: keys.every((key) => key.length >= DISTINCT_LENGTH),
  }
}

const surnamePatterns = remember(createSurnamePatterns)
const wordsPattern = remember((words) => createWordsPattern(words.split(' ')))

function createPatterns({ surname, words }: PersonName) {
  return {
    ...surnamePatterns(surname),
    givenNames: words.length === 2 ? wordsPattern(words.join(' ')) : undefined,
  }
}

/** The span of a surname with its initials, undefined when someone else or something else is meant. */
function judge(
  text: string,
  match: RegExpExecArray,
  person: PersonName,
  mayStandAlone: boolean,
): Span | undefined {
  const start = match.index
  const end = start + match[0].length
  const following = readNamesAfter(text, end, person)
  const preceding = readNamesBefore(text, start, person)
  if (following.verdict === 'same' || preceding.verdict === 'same') {
    return { start: start - preceding.length, end: end + following.length }
  }
  if (following.verdict === 'other' || preceding.verdict === 'other') return undefined
  const isProper = /^\p{Lu}/u.test(match[0]) && !NAMED_AFTER.test(text.slice(Math.max(0, start - 20), start))
  return mayStandAlone && isProper ? { start, end } : undefined
}

/** Adds a span, joining it with those it overlaps. */
function addSpan(spans: Span[], span: Span | undefined): void {
  if (span === undefined) return
  const overlapping = spans.filter((other) => span.start < other.end && other.start < span.end)
  for (const other of overlapping) spans.splice(spans.indexOf(other), 1)
  spans.push({
    start: Math.min(span.start, ...overlapping.map(({ start }) => start)),
    end: Math.max(span.end, ...overlapping.map(({ end }) => end)),
  })
}

function toUpper(letter: string): string {
  return letter.toUpperCase()
}
