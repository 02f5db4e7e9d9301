import { toNominativeBody } from './body-cases.ts'
import { headOf, isHeadWord } from './head-words.ts'
import { toNominativeRole } from './role-cases.ts'

/** Words that open a clause inside a role: commas after them belong to the role. */
const CLAUSE_OPENER =
  /(?:^|[\s,])(?:ответственн(?:ый|ая|ое|ые|ого|ых)|[а-яё]+(?:ющ|ящ|ащ|ущ|вш|нн)(?:ий|ая|ее|ие|его|их|ую|ый|ое|ые|ого|ых)|котор[а-яё]+|которые)(?:\s|$)/i
const BREAK = /[;\n•·|]|\s[-–—]\s(?=\p{Lu})|(?<=[^\s.]{4})\.\s+(?=\p{Lu})/u
/** «Ответственные:» names the column, not a role. */
const LABEL =
  /^\s*(?:отв\.(?!\s*(?:за|исполн))|(?:ответственн(?:ый|ая|ые|ое)|исполнител[ьи]|отв\.?|контроль)(?:\s+(?:исполнител[ьи]|лиц[оа]|за исполнение))?\s*[:–—-])\s*(?=$|\S)/i
/** Words that only join what stands before and after them. */
const JOINING = /^\s*(?:и|или|а также|совместно|вместе|с|при|со)\s*$/i
const ENUMERATION = /^\s*(?:\d{1,2}[.)]|[-–—•·*])\s*/

/**
 * Cuts the words between names into phrases, one for each role or body. Commas and «и» part phrases only where
 * the next words begin a role or a body; a clause («ответственное за внедрение, … сопровождение») keeps its commas;
 * a capital letter parts two bodies written with no sign between them.
 */
export function splitPhrases(text: string): string[] {
  const phrases: string[] = []
  for (const line of joinWrappedLines(partNumbered(text)).split(BREAK)) {
    for (const phrase of splitAtCommas(line.replace(ENUMERATION, ''))) {
      for (const piece of splitAtCapitals(phrase).flatMap(splitAtRoles)) phrases.push(...splitAtAnd(piece))
    }
  }
  return phrases
    .map((phrase) =>
      trimSigns(
        phrase
          .replace(LABEL, '')
          .replace(JOINING, '')
          .replace(/^\s*\)?\s*(?:и|или|а также)\s+/i, '')
          .replace(/\s(?:и|или|совместно с|в составе:?)\s*$/i, ''),
      ).replace(/^[«"]([^«»"]+)[»"]$/u, (quoted, words: string) =>
        headOf(words) === 'role' ? words : quoted,
      ),
    )
    .filter((phrase) => /\p{L}/u.test(phrase))
}

/** «1. Директор 2. Куратор»: a numbered list in one line. */
function partNumbered(text: string): string {
  return /^\s*1[.)]/.test(text) ? text.replaceAll(/\s+(?=\d{1,2}[.)]\s*\p{L})/gu, '\n') : text
}

/** Takes commas, full stops, brackets and dashes off both ends, but not the full stop of an abbreviation. */
export function trimSigns(phrase: string): string {
  const trimmed = phrase
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,;:.…/–—-]+/, '')
    .replace(/[\s,;:…/–—(-]+$/, '')
    .replace(/^\)\s*/, '')
  const open = trimmed.startsWith('(') && trimmed.endsWith(')') ? trimmed.slice(1, -1).trim() : trimmed
  const lone = /^\((?![^)]*\))/.test(open) ? open.slice(1) : open
  const closed = /^[^(]*\)$/.test(lone) ? lone.slice(0, -1) : lone
  return /(?:^|[\s.])[^\s.]{1,3}\.$/.test(closed) ? closed : closed.replace(/\.+$/, '')
}

/** A line that begins with a small letter and no role goes on from the line before. */
function joinWrappedLines(text: string): string {
  const lines = text.split(/\s*\n\s*/)
  let joined = lines[0] ?? ''
  for (const line of lines.slice(1)) {
    const starts = /^\p{Lu}/u.test(line) || headOf(line) !== null
    const open = /(?:[,–—-]|(?:^|\s)(?:и|по|за|в|на|с|для))$/i.test(joined)
    const whole = !(open && headOf(line) === null) && !belongsToPost(joined, line) && !namesForm(joined, line)
    const goesOn = line !== '' && (!starts || !whole)
    joined += goesOn ? ` ${line}` : `\n${line}`
  }
  return joined
}

/** «Директор ⏎школы»: what a post is at, in the genitive, is no body of its own. */
function belongsToPost(above: string, line: string): boolean {
  const post = /(?:^|[\s,;])(\p{L}+)$/u.exec(above)?.[1] ?? ''
  const genitive =
    /^(?:школы|группы|службы|комиссии|кафедры|организации|академии|библиотеки|команды|лаборатории)(?!\p{L})/u
  return genitive.test(line) && headOf(post) === 'role'
}

/** «ГБОУ ⏎ДПО ТОИУУ», «МБУ ⏎«Центр»»: a legal form stands before a name. */
function namesForm(above: string, line: string): boolean {
  const form = /(?:^|[\s,;])(\p{Lu}{2,8})$/u.exec(above)?.[1] ?? ''
  return /^(?:\p{Lu}*(?:[БАК]ОУ|[БАК]У|ПОУ|ДОУ)|ДПО|ДО)$/u.test(form) && /^(?:\p{Lu}{2}|[«"])/u.test(line)
}

/** Posts that say little without the clause behind them: «педагог, ответственный за сайт» is one. */
const GENERIC_POST =
  /^\s*(?:педагоги?|учител[ья]|специалисты?|сотрудники?|работники?|лиц[оа]|должностн\p{L}+ лиц[оа])\s*$/iu

function splitAtCommas(line: string): string[] {
  const phrases: string[] = []
  let inClause = false
  for (const piece of splitOutsideBrackets(line, ',')) {
    const head = headOf(piece)
    const continues = phrases.length > 0 && head === null && (inClause || isContinuation(piece))
    const generic = GENERIC_POST.test(phrases.at(-1) ?? '') && /^\s*ответственн(?:ый|ая|ые)\s+за/i.test(piece)
    if (continues || generic) {
      phrases.push(`${phrases.pop() ?? ''},${piece}`)
    } else {
      phrases.push(piece)
      inClause = false
    }
    if (CLAUSE_OPENER.test(piece) && !/^\s*ответственн(?:ый|ая|ые)(?:\s|$)/i.test(piece)) inClause = true
    if (/^\s*ответственн(?:ый|ая|ые)\s+за/i.test(piece)) inClause = true
  }
  return phrases
}

function isContinuation(piece: string): boolean {
  return (
    /^\s*\p{Lu}{1,5}(?:\s+и\s+\p{Lu}{1,5})?\s*$/u.test(piece) ||
    CLAUSE_OPENER.test(piece) ||
    /^\s*(?:в том числе|включая|а также|при |в |по |на |с |их |его |ее |её )/i.test(piece)
  )
}

/** «Департамент … области Институт …»: a capital in the middle of a line begins the next role or body. */
function splitAtCapitals(phrase: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const match of phrase.matchAll(/(?<=[\p{L})»."]\s)\p{Lu}[\p{Ll}]+(?:-\p{Ll}+)*/gu)) {
    const before = phrase.slice(start, match.index).trim()
    const previous = /(\S+)$/.exec(before)?.[1] ?? ''
    const next = phrase.slice(match.index)
    // «Комитет по образованию Администрации города»
    if (headOf(before) === 'body' && /^Администрации(?!\p{L})/u.test(next) && !/администраци/i.test(before))
      continue
    if (before === '' || /^(?:и|по|за|в|на|с|при|для|от|№|г\.|им\.|имени|и\.?о\.?)$/i.test(previous)) continue
    if (/^\p{Lu}[\p{Ll}-]*(?:ый|ий|ой|ая|ое)$/u.test(previous)) continue
    if (!isHeadWord(match[0]) && headOf(next) === null) continue
    if (headOf(before) === null && !/[)»]$/.test(before)) continue
    pieces.push(before)
    start = match.index
  }
  pieces.push(phrase.slice(start))
  return pieces
}

/** Nouns of one post that begin another when they follow a whole one in the nominative. */
const NEXT_ROLE =
  /(?<=\p{L}\s)(?:директор|заместител[ьи]|зам\.|заведующ(?:ий|ая)|куратор[ы]?|методист[ы]?|руководител[ьи]|педагог-психолог|социальный педагог|старший воспитатель|советник|классные? руководител[ьи]|наставники?)(?![\p{L}-])/giu

/** «директор заместитель директора куратор»: posts written one after another with no sign between them. */
function splitAtRoles(phrase: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const match of phrase.matchAll(NEXT_ROLE)) {
    const before = phrase.slice(start, match.index).trimEnd()
    const previous = /(\S+)$/.exec(before)?.[1] ?? ''
    const joined =
      /^(?:и|или|его|ее|её|их|по|с|со|за|от|при|для|—|–|-|школьн\S+|муниципальн\S+|региональн\S+|педагог\S*|учител\S+|воспитател\S+|специалист\S*|мастер|тренер|студент\S*|учени\S+|выпускник\S*|работодател\S+|эксперт\S*)$/i
    if (joined.test(previous) || /(?:ый|ий|ая|ой|ые|ие)$/i.test(previous) || headOf(before) !== 'role')
      continue
    pieces.push(before)
    start = match.index
  }
  pieces.push(phrase.slice(start))
  return pieces
}

/** «Наставник – наставляемый» are two. */
const PAIR = /^(наставники?)\s*[-–—]\s*(наставляем(?:ый|ые|ая))$/iu
const AND =
  /\s+(?:(?:и|или|а также)(?:\s+(?:его|ее|её|их))?|совместно\s+со?|вместе\s+со?|(?:при|с)\s+(?:участи[ие]м?|поддержк[еой]{1,2}|привлечени[ие]м|содействии)|во\s+взаимодействии\s+со?)\s+|\s*[/+]\s*/giu
const TOGETHER = /совместно|вместе|участи|поддержк|привлечени|содействии|взаимодействии/i

/** «…, совместно с методистом»: who the work is done with stands alone. */
const TOGETHER_FIRST =
  /^\s*(?:(?:совместно|вместе|во\s+взаимодействии)\s+со?|(?:при|с)\s+(?:участи[ие]м?|поддержк[еой]{1,2}|привлечени[ие]м|содействии))\s+/iu

/** Words after «совместно с», each role back in the nominative. */
function togetherWith(roles: string): string {
  return roles
    .split(/\s+и\s+/)
    .map((words) => toNominativeBody(words.trim()) ?? toNominativeRole(words.trim()))
    .join(' и ')
}

function splitAtAnd(phrase: string): string[] {
  const together = TOGETHER_FIRST.exec(phrase)
  if (together) return splitAtAnd(togetherWith(phrase.slice(together[0].length)))
  const pair = PAIR.exec(phrase.trim())
  if (pair) return [pair[1] ?? '', pair[2] ?? '']
  const pieces: string[] = []
  let start = 0
  for (const match of phrase.matchAll(AND)) {
    const before = phrase.slice(start, match.index)
    const after = phrase.slice(match.index + match[0].length)
    if (TOGETHER.test(match[0]) && headOf(before) !== null && !inBrackets(phrase, match.index)) {
      pieces.push(before, ...splitAtAnd(togetherWith(after)))
      return pieces
    }
    if (headOf(before) === null || headOf(after) === null || inBrackets(phrase, match.index)) continue
    if (CLAUSE_OPENER.test(before) || /^\s*молодые\s*$/i.test(before)) continue
    if (
      headOf(after) === 'body' &&
      headOf(before) === 'role' &&
      /^\p{Ll}/u.test(after) &&
      !nominativeBody(after)
    )
      continue
    pieces.push(before)
    start = match.index + match[0].length
  }
  pieces.push(phrase.slice(start))
  return pieces
}

/** «руководители МО и кафедры»: only a whole phrase («методический совет») begins a body after «и». */
function nominativeBody(phrase: string): boolean {
  return /\s/.test(phrase.trim()) || /^(?:администрация|педсовет|профком|комиссия)/i.test(phrase)
}

function splitOutsideBrackets(text: string, separator: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    if (letter === '(' || letter === '«') depth += 1
    else if (letter === ')' || letter === '»') depth = Math.max(0, depth - 1)
    else if (letter === separator && depth === 0) {
      pieces.push(text.slice(start, index))
      start = index + 1
    }
  }
  pieces.push(text.slice(start))
  return pieces
}

function inBrackets(text: string, index: number): boolean {
  const before = text.slice(0, index)
  return (
    before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('«') > before.lastIndexOf('»')
  )
}
