import { isAcronym } from './head-words.ts'
import { toNominativeRole } from './role-cases.ts'

/** A role as it is stored: a small first letter unless an abbreviation, «и.о. директора» with its space. */
export function wordRole(phrase: string, oblique = false): string {
  let role = phrase
    .replace(/^и(?:\.\s?о\.?\s*|\s?о\.\s*|\s?о\s+)(?=\p{L}{3})/iu, 'и.о. ')
    .replace(/^врио(?=\s)/iu, 'врио')
    .replace(/^(зам|зав|ст|мл|рук|отв|соц|муз|пед|кл|гл|пом|нач)\.(?=\p{L})/iu, '$1. ')
  if (oblique) role = toNominativeRole(role)
  const words = role.split(' ')
  if (
    words.some((word) => word.length > 8 || !isAcronym(word)) &&
    role === role.toUpperCase() &&
    role.length > 4
  ) {
    return role.toLowerCase()
  }
  if (isAcronym(words[0] ?? '') || /^\p{Lu}{2}/u.test(role)) return role
  return role.charAt(0).toLowerCase() + role.slice(1)
}
