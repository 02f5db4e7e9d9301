import { isDomainWord } from '../mending/dictionary.ts'
import { type Mend, mendWords } from '../mending/mend-words.ts'
import { findNames, type FoundName, nameWithoutInitials } from './find-names.ts'
import { headOf, isAcronym, isHeadWord } from './head-words.ts'
import { looksLikeSurname } from './name-cases.ts'
import type { ResponsibleParty, ResponsibleReading } from './responsible-reading.ts'
import { isBentRole, toNominativeRole } from './role-cases.ts'
import { wordRole } from './role-wording.ts'
import { splitPhrases, trimSigns } from './split-phrases.ts'

const EMPTY = /^[^\p{L}\d]*$/u
const NOT_STATED =
  /^[^\p{L}]*(?:нет|отсутству[а-я]+|не (?:указан|назначен|предусмотрен|определ[её]н|требуется)[а-я]*|уточняется|по (?:согласованию|назначению))[^\p{L}]*$/iu
/** Remarks that name nobody, but not initials in capitals («и Т.П.»): «(по согласованию)», «и др.», a degree. */
const REMARK = new RegExp(
  [
    '\\s*\\(\\s*(?:[Пп]о (?:согласованию|назначению|должности|списку)|[Пп]ри (?:наличии|необходимости))\\s*\\)',
    ',?\\s+и (?:др(?:угие|\\.)|пр(?:очие|\\.)|т\\.\\s?[дп]\\.)(?=\\s|[,;)]|$)',
    ',?\\s*(?:к|д)\\.\\s?[а-яё]{1,4}\\.\\s?н\\.(?=\\s|[,;)]|$)',
  ].join('|'),
  'gu',
)
/** Telephones and addresses: nobody's role, and nothing to publish. */
const CONTACT =
  /,?\s*(?:[Тт]ел|[Мм]об|т)\.?:?\s*[+\d(][\d\s()+-]{4,20}|,?\s*(?<!\d)\+?[78][\s(-]{0,2}\d[\d\s()-]{8,14}|,?\s*[\w.-]{1,64}@[\w.-]{1,64}/gu

/**
 * Reads who is in charge, as it stands in a roadmap's cell: people, roles, bodies. `\n` parts paragraphs, U+2028 marks
 * a line that merely ran out of room. An empty cell gives empty lists;
 * nobody is ever taken over from another row. Never throws; reads the first 4,000 letters.
 */
export function readResponsible(verbatim: string): ResponsibleReading {
  const cell = verbatim
    .slice(0, 4000)
    .normalize('NFC')
    .replaceAll('⏎', '\n')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll(/(?<![\p{L}\d])[30](?=[а-яё]{3})/gu, (digit) => (digit === '3' ? 'З' : 'О'))
  const { text: mended, mends } = mendWords(cell)
  const plain = joinHyphenated(mended.replaceAll(/[ \t]{2,}/g, ' '))
  const published = plain.replaceAll(CONTACT, '')
  const text = tidyCell(published.replaceAll(REMARK, ''), mends)
  if (EMPTY.test(text) || NOT_STATED.test(text)) {
    return { verbatim, persons: [], roles: [], bodies: [], parties: [], mends: [] }
  }
  const parties = dropRepeated(readParties(text)).filter((party) => !NOT_STATED.test(party.verbatim))
  for (const remark of published.matchAll(REMARK)) {
    keepRemark(remark[0], tidyCell(published.slice(0, remark.index).replaceAll(REMARK, ''), []), parties)
  }
  return {
    verbatim,
    persons: unique(parties.flatMap((party) => party.persons)),
    roles: unique(parties.flatMap((party) => party.roles)),
    bodies: unique(parties.flatMap((party) => party.bodies)),
    parties,
    mends,
  }
}

function tidyCell(cell: string, mends: Mend[]): string {
  const named = mendSurnames(cell.replaceAll(/\(\s*при необходимости\s/gi, ', '), mends)
  return partGluedNames(joinCompounds(joinSoftLines(named)))
}

/** Gives a remark back to the words of the party that it stands behind. */
function keepRemark(remark: string, before: string, parties: readonly ResponsibleParty[]): void {
  const above = wordsOf(before)
  const party = parties.findLast(({ verbatim }) => above.endsWith(wordsOf(verbatim.replaceAll(REMARK, ''))))
  const owner = party ?? parties.at(-1)
  if (owner) owner.verbatim += remark.replaceAll(/\s+/g, ' ').trimEnd()
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ')
}

/** How much a text looks like people in charge: 0 not at all, 1 surely. */
export function responsibleLikeness(text: string): number {
  const cell = text.trim()
  if (cell === '' || cell.length > 600) return 0
  const names = findNames(cell)
  if (names.length > 0) {
    const named = names.reduce((sum, name) => sum + name.end - name.at, 0)
    return cell.length < named + 60 * names.length ? 1 : 0.4
  }
  const phrases = splitPhrases(cell)
  if (phrases.length === 0 || cell.length / phrases.length > 160) return 0
  const known = phrases.filter((phrase) => headOf(phrase) !== null).length
  return (0.9 * known) / phrases.length
}

/** «Замести-тель»: a hyphen of a line end that the line has lost. */
function joinHyphenated(text: string): string {
  return text.replaceAll(
    /(?<![\p{L}-])(\p{L}{2,30})-(\p{Ll}{2,30})(?![\p{L}-])/gu,
    (word, head: string, tail: string) => {
      const parts = [head, tail].every((part) => isDomainWord(part.toLowerCase()))
      return !parts && isDomainWord((head + tail).toLowerCase()) ? head + tail : word
    },
  )
}

/** «Петро-⏎ва С.В.», «Петро ва С.В.»: a surname that a narrow column tore, told by the initials behind it. */
const TORN_SURNAME =
  /(?<!\p{L})(\p{Lu}\p{Ll}{1,20})(-?)(\s{1,3})(\p{Ll}{1,12})(?=\s{1,3}\p{Lu}\.\s?\p{Lu}\.(?!\s?\p{Lu}\p{Ll}))/gu

function mendSurnames(text: string, mends: Mend[]): string {
  return text.replaceAll(TORN_SURNAME, (torn, head: string, hyphen: string, _, tail: string) => {
    const surname = head + tail
    const word =
      isHeadWord(head) || isDomainWord(head.toLowerCase()) || isHeadWord(tail) || isDomainWord(tail)
    if (word || (hyphen === '' && !looksLikeSurname(surname))) return torn
    if (hyphen === '') mends.push({ from: torn.replaceAll(/\s+/g, ' '), to: surname })
    return surname
  })
}

/** Joins lines that ran out of room, but not where a whole role ends one and another begins the next. */
function joinSoftLines(text: string): string {
  const lines = text.split('\u2028')
  let joined = lines[0] ?? ''
  for (const line of lines.slice(1)) {
    const above = joined.slice(Math.max(joined.lastIndexOf('\n'), joined.lastIndexOf(',')) + 1)
    const whole = headOf(above) !== null && !/[–—-]\s*$/.test(above)
    const begins =
      headOf(line) !== null && !/^\s*\p{L}+[ая](?![\p{L}-])/u.test(line) && !isAcronym(line.trim())
    joined += `${whole && begins ? '\n' : ' '}${line.trim()}`
  }
  return joined
}

/** Both halves of a compound post: «педагог – психолог». */
const SPLIT_POST =
  /(?<![\p{L}-])((?:педагог|учител|тренер|модератор|воспитател)[а-яё]{0,3})\s{0,3}[-–—]\s{0,3}(?=(?:психолог|логопед|дефектолог|организатор|библиотекар|предметник|наставник|навигатор|преподавател|методист)[а-яё]*)/giu
/** «Учебно- воспитательной», «научно – методический». */
const SPLIT_ADJECTIVE =
  /(?<=\p{Ll}о)\s{0,3}[-–]\s{0,3}(?=\p{Ll}{4,}(?:ый|ий|ая|ой|ые|ие|ого|ых|их|ую|ому|ым|ое)(?!\p{L}))/gu
/** «Первая - Вторая А.А.» */
const SPLIT_SURNAME =
  /(?<=(?<!\p{L})\p{Lu}\p{Ll}{1,30}(?:ова|ева|ина|ская|ов|ев|ин|ский))(?: -|-| - )(?=\p{Lu}\p{Ll}+\s+\p{Lu}\.)/gu

/** Takes the spaces about the hyphen of a compound word away. */
function joinCompounds(text: string): string {
  return text.replaceAll(SPLIT_POST, '$1-').replaceAll(SPLIT_ADJECTIVE, '-').replaceAll(SPLIT_SURNAME, '-')
}

/** «Первый А.А.Второй Б.Б.»: where surnames come first, a surname begins after the full stop of an initial. */
function partGluedNames(text: string): string {
  if (/^[^\p{L}]*\p{Lu}\./u.test(text)) return text
  return text.replaceAll(/(?<=\p{Lu}\.|\p{Ll}{3})(?=\p{Lu}\p{Ll}+\s?\p{Lu}\.)/gu, ' ')
}

/** Reads from left to right: roles right before a name, on its line, are that person's. */
function readParties(text: string): ResponsibleParty[] {
  const parties: ResponsibleParty[] = []
  let at = 0
  const names = findNames(text)
  for (const [index, found] of names.entries()) {
    const before = text.slice(at, found.at)
    const attached = attachAfter(before, parties, names[index - 1])
    const phrases = splitPhrases(attached.rest)
    const own = takeOwnRoles(phrases, attached.rest)
    parties.push(...phrases.map((phrase) => readPhrase(phrase)))
    const roles = own.filter((phrase) => !isBody(phrase)).flatMap((phrase) => ownRole(phrase, found.oblique))
    const words = [...own, text.slice(found.at, found.end).replaceAll(/\s+/g, ' ')].join(' ')
    parties.push({ verbatim: words, persons: [found.name], roles, bodies: own.filter(isBody) })
    at = found.end
    at += swallowCaseRole(text.slice(at), found, parties)
  }
  const { rest } = attachAfter(text.slice(at), parties, names.at(-1))
  parties.push(...splitPhrases(rest).map((phrase) => readPhrase(phrase)))
  return parties
}

function isBody(phrase: string): boolean {
  return headOf(phrase) === 'body'
}

/**
 * A role before a name; the words of an order about it («назначить куратором», «возложить на») are no part of it.
 */
function ownRole(phrase: string, oblique: boolean): string[] {
  const named = /^(?:назначить|утвердить|определить|считать)\s+(.+)$/iu.exec(phrase)?.[1]
  if (named !== undefined) return [wordRole(named, true)]
  const duties = /обязанности\s+(.+?)\s+на$/iu.exec(phrase)?.[1]
  if (duties !== undefined) return [wordRole(toNominativeRole(duties))]
  if (/(?:возложить|возлагаю|поручить|поручаю|оставляю|назначить|утвердить)(?!\p{L})/iu.test(phrase))
    return []
  return [wordRole(phrase, oblique)]
}

/** «Иванова И.И. (педагог-психолог)», «Иванова И.И. – педагог-психолог»: the role behind belongs to the name. */
function attachAfter(
  text: string,
  parties: ResponsibleParty[],
  name: FoundName | undefined,
): { rest: string } {
  const match = /^\s*(?:\(([^()\n]{2,120})\)|[-–—]\s*([^,;\n()]{2,120}))/.exec(text)
  const person = parties.at(-1)
  const words = match?.[1] ?? match?.[2]
  if (!name || !match || !person || words === undefined) return { rest: text }
  const roles = splitPhrases(words).map((phrase) => wordRole(phrase, name.oblique))
  if (roles.length === 0 || headOf(roles[0] ?? '') !== 'role') return { rest: text }
  person.roles.push(...roles.filter((role) => !person.roles.includes(role)))
  person.verbatim += match[0].trimEnd()
  return { rest: text.slice(match[0].length) }
}

/** «Парусинову Т.В., заместителя директора по УВР»: in an order the role agrees with the name in its case. */
function swallowCaseRole(text: string, found: FoundName, parties: ResponsibleParty[]): number {
  const match = /^\s*,\s*([^,;\n.]{4,120})/.exec(text)
  const person = parties.at(-1)
  if (!found.oblique || !match || !person) return 0
  const role = wordRole(trimSigns(match[1] ?? ''), true)
  if (headOf(role) !== 'role') return 0
  person.roles.push(role)
  person.verbatim += match[0]
  return match[0].length
}

/** Takes the roles that stand right before a name off the end of the phrases; a comma or full stop ends them. */
function takeOwnRoles(phrases: string[], text: string): string[] {
  if (/[,;]\s*$/.test(text)) return []
  const own: string[] = []
  while (phrases.length > 0) {
    const phrase = phrases.at(-1) ?? ''
    if (headOf(phrase) === 'body' && own.length > 0) break
    const at = text.lastIndexOf(phrase.split(' ')[0] ?? '')
    own.unshift(phrase)
    phrases.pop()
    if (
      /[,;][\s]*$/.test(text.slice(0, Math.max(0, at))) ||
      /\n\s*\n\s*$/.test(text.slice(0, Math.max(0, at)))
    )
      break
  }
  return own
}

function readPhrase(phrase: string): ResponsibleParty {
  const head = headOf(phrase)
  if (head === 'body') return { verbatim: phrase, persons: [], roles: [], bodies: [phrase] }
  const name = head === null ? nameWithoutInitials(phrase) : null
  if (name !== null) return { verbatim: phrase, persons: [name], roles: [], bodies: [] }
  return { verbatim: phrase, persons: [], roles: [wordRole(phrase, isBentRole(phrase))], bodies: [] }
}

function dropRepeated(parties: ResponsibleParty[]): ResponsibleParty[] {
  const seen = new Set<string>()
  return parties.filter((party) => {
    const key = JSON.stringify([party.persons, party.roles, party.bodies]).toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function unique(words: string[]): string[] {
  return [...new Set(words)]
}
