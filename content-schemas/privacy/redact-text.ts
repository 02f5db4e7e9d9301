import { transliterate } from '../text/transliterate.ts'
import { foldText } from './name-letters.ts'
import type { HiddenPerson } from './related-people.ts'

/** A letter as links spell it: only then can decoding bring a name to light. */
const ENCODED = /%[0-9a-f]{2}/i

interface Replacement {
  start: number
  end: number
  text: string
}

/** The text with every name of these people replaced by the position. */
export function redactText(text: string, people: readonly HiddenPerson[]): string {
  return redactPieces([text], people)[0] ?? text
}

/**
 * Redacts a text that formatting has cut into pieces: names may run over several of them.
 * The position goes where the name began.
 * @returns as many pieces as were given
 */
export function redactPieces(pieces: readonly string[], people: readonly HiddenPerson[]): string[] {
  const text = pieces.join('')
  const named = selectNamed([text], people)
  if (named.length === 0) return [...pieces]
  const replacements = findReplacements(text, named)
  let offset = 0
  return pieces.map((piece) => {
    const start = offset
    offset += piece.length
    return finish(cutPiece(text, start, offset, replacements), named)
  })
}

/** A page address without the names; when nothing else was in it, made of the position. */
export function redactSlug(slug: string, people: readonly HiddenPerson[]): string {
  const bare = people
    .flatMap((person) => person.latin)
    .reduce((rest, latin) => latin.removeFromSlug(rest), slug)
  return bare === '' && slug !== '' ? transliterate(people[0]?.position ?? slug) : bare
}

/** Whether a link spells the name of one of these people. */
export function linkNames(link: string, people: readonly HiddenPerson[]): boolean {
  const decoded = decode(link)
  return people.some(
    ({ finders, latin }) =>
      latin.some((name) => name.isIn(decoded)) || finders.some((finder) => finder.find(decoded).length > 0),
  )
}

/** Those of the people whose names may stand in the texts: a cheap test before looking closely. */
export function selectNamed(texts: readonly string[], people: readonly HiddenPerson[]): HiddenPerson[] {
  const folded = foldText(texts.join(' '))
  const foreign = texts.filter((text) => /[a-z%]/i.test(text))
  return people.filter(
    ({ finders, latin }) =>
      finders.some((finder) => finder.mayOccurIn(folded)) ||
      latin.some((name) => foreign.some((text) => ENCODED.test(text) || name.isIn(text))),
  )
}

function findReplacements(text: string, people: readonly HiddenPerson[]): Replacement[] {
  const found = people.flatMap(({ finders, position }) =>
    finders.flatMap((finder) => finder.find(text).map(({ start, end }) => ({ start, end, text: position }))),
  )
  const merged: Replacement[] = []
  for (const each of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && each.start < last.end) last.end = Math.max(last.end, each.end)
    else merged.push({ ...each, text: setCase(each.text, text.slice(0, each.start)) })
  }
  return merged
}

function cutPiece(text: string, start: number, end: number, replacements: readonly Replacement[]): string {
  let result = ''
  let position = start
  for (const replacement of replacements) {
    if (replacement.end <= start || replacement.start >= end) continue
    if (replacement.start >= start) result += text.slice(position, replacement.start) + replacement.text
    position = Math.min(end, replacement.end)
  }
  return result + text.slice(position, end)
}

/** A position said twice in a row is said once; Latin words that spell the name become the position. */
function finish(text: string, people: readonly HiddenPerson[]): string {
  return people.reduce((result, { position, latin }) => {
    const spelt = latin.reduce((rest, name) => name.replaceWords(rest, position), result)
    const said = position.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    return spelt.replaceAll(new RegExp(`(${said})(?:[\\s,—–-]+${said})+`, 'giu'), '$1')
  }, text)
}

/** A capital opens a text or a sentence; inside, the position is written small, abbreviations excepted. */
function setCase(position: string, before: string): string {
  const [first = '', second = ''] = position
  const rest = position.slice(first.length)
  if (/(?:^|[.!?…])\s*$/u.test(before)) return first.toUpperCase() + rest
  return /\p{Lu}/u.test(second) ? position : first.toLowerCase() + rest
}

function decode(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
