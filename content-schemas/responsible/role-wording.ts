import { isAcronym } from './head-words.ts'

const NOMINATIVE: readonly (readonly [RegExp, string])[] = [
  [/^заместител(?:я|ю|ем)(?=\s|$)/i, 'заместитель'],
  [/^директор(?:а|у|ом)(?=\s|$)/i, 'директор'],
  [/^руководител(?:я|ю|ем)(?=\s|$)/i, 'руководитель'],
  [/^учител(?:я|ю|ем)(?=[\s-]|$)/i, 'учитель'],
  [/^воспитател(?:я|ю|ем)(?=\s|$)/i, 'воспитатель'],
  [/^старшего воспитателя/i, 'старший воспитатель'],
  [/^педагога-(психолога|организатора|библиотекаря)/i, 'педагог-$1'],
  [/^педагог(?:а|у|ом)(?=[\s-]|$)/i, 'педагог'],
  [/^методист(?:а|у|ом)(?=\s|$)/i, 'методист'],
  [/^куратор(?:а|у|ом)(?=\s|$)/i, 'куратор'],
  [/^наставник(?:а|у|ом)(?=\s|$)/i, 'наставник'],
  [/^заведующ(?:его|ую|ему|ей)(?=\s|$)/i, 'заведующий'],
  [/^завуча(?=\s|$)/i, 'завуч'],
  [/-психолога$/, '-психолог'],
  [/-организатора$/, '-организатор'],
  [/-библиотекаря$/, '-библиотекарь'],
]

/** A role as it is stored: a small first letter unless an abbreviation, «и.о. директора» with its space. */
export function wordRole(phrase: string, oblique = false): string {
  let role = phrase
    .replace(/^([ИиВв])\.?\s?([Оо])\.?\s*(?=\p{L}{3})/u, 'и.о. ')
    .replace(/^(зам|зав|ст|мл|рук|отв)\.(?=\p{L})/iu, '$1. ')
  if (oblique) for (const [pattern, nominative] of NOMINATIVE) role = role.replace(pattern, nominative)
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
