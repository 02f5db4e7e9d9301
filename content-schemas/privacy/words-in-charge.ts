import { foldText } from './name-letters.ts'
import type { HiddenPerson } from './related-people.ts'
import type { NameFinder } from './person-name.ts'

const INITIALS = String.raw`\p{Lu}\.\s{0,3}(?:\p{Lu}(?:\.|(?!\p{L})))?`
const SURNAME = String.raw`\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)?`
const nameAndInitials = new RegExp(`${SURNAME}\\s{0,3}${INITIALS}|${INITIALS}\\s{0,3}${SURNAME}`, 'gu')
const twoInitials = /\p{Lu}\.\s{0,3}\p{Lu}(?:\.|(?!\p{L}))/u
const namedAfter = new RegExp(`(?:им\\.|имени)\\s{0,3}(?:${INITIALS}\\s{0,3})?${SURNAME}`, 'gu')

/**
 * Whether the words of a document about who is in charge may be shown: they name nobody, or only people
 * who may be named. Words that a narrow column broke count as whole.
 */
export function maySayWords(
  words: string,
  hidden: readonly HiddenPerson[],
  visible: readonly NameFinder[],
): boolean {
  const folded = foldText(words)
  const namesHidden = hidden.some(({ finders }) =>
    finders.some(
      (finder) => finder.mayOccurIn(folded) && (finder.isDistinct || finder.find(words).length > 0),
    ),
  )
  return (
    !namesHidden && !(hasDot(words) && twoInitials.test(cover(words, visible).replaceAll(namedAfter, '')))
  )
}

/** A role without names of people whom nobody has asked: «Педагог-психолог Шиповнева З.У.» → «Педагог-психолог». */
export function removeStrayNames(role: string, visible: readonly NameFinder[]): string {
  if (!hasDot(role)) return role
  const strays = [...cover(role, visible).matchAll(nameAndInitials)]
  if (strays.length === 0) return role
  return strays
    .reduceRight((rest, { index, 0: name }) => rest.slice(0, index) + rest.slice(index + name.length), role)
    .replaceAll(/\s{2,}/g, ' ')
    .replaceAll(/^[\s,;—–-]+|[\s,;—–-]+$/g, '')
}

/** Whether there can be initials at all: a cheap test before looking closely. */
function hasDot(text: string): boolean {
  return text.includes('.')
}

/** The text, every name that may be shown covered by as many dots. */
function cover(text: string, visible: readonly NameFinder[]): string {
  return visible
    .flatMap((finder) => finder.find(text))
    .reduce((rest, { start, end }) => rest.slice(0, start) + '·'.repeat(end - start) + rest.slice(end), text)
}
