import { isDomainWord } from '../mending/dictionary.ts'
import { isAcronym, isHeadWord } from './head-words.ts'
import { toNominativeRole } from './role-cases.ts'

/** A role as it is stored: a small first letter unless an abbreviation, «и.о. директора» with its space. */
export function wordRole(phrase: string, oblique = false): string {
  let role = phrase
    .replace(/^и(?:\.\s?о\.?\s*|\s?о\.\s*|\s?о\s+)(?=\p{L}{3})/iu, 'и.о. ')
    .replace(/^врио(?=\s)/iu, 'врио')
    .replaceAll(/(?<=(?<!\p{L})\p{L}{2,5}\.)(?=\p{L})/gu, ' ')
    .replaceAll(/(?<!\p{L})\p{Lu}?\p{Ll}{1,30}\p{Lu}\p{L}{0,30}/gu, (word) =>
      isHeadWord(word) ? word.toLowerCase() : word,
    )
  if (oblique) role = toNominativeRole(role)
  const words = role.split(' ')
  if (role === role.toUpperCase() && words.some((word) => !isAcronym(word) || isHeadWord(word))) {
    return words.map(lowerUnlessShort).join(' ')
  }
  if (isAcronym(words[0] ?? '') || /^\p{Lu}{2}/u.test(role)) return role
  return role.charAt(0).toLowerCase() + role.slice(1)
}

/** «ЗАМ. ДИРЕКТОРА ПО УВР»: in capitals only short words that are no prepositions may be abbreviations. */
function lowerUnlessShort(word: string): string {
  const short = word.length < 5 || (word.length === 5 && !isDomainWord(word.toLowerCase()))
  const abbreviation = short && isAcronym(word) && /^\p{L}+$/u.test(word) && !SHORT_WORDS.test(word)
  return abbreviation ? word : word.toLowerCase()
}

const SHORT_WORDS = /^(?:ПО|И|ЗА|НА|ОТ|ПРИ|ДЛЯ|ЗАМ|ЗАВ|ВСЕ|ЕГО)$/
