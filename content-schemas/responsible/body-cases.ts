import { adjectiveOf } from './role-cases.ts'

/** Stems of bodies, how they end in the other cases, and how they and their adjectives end in the nominative. */
const DECLENSIONS: readonly (readonly [RegExp, string, RegExp | null])[] = [
  [
    /^(совет|педсовет|методсовет|комитет|оргкомитет|центр|отдел|институт|департамент|коллектив|профком|актив|клуб|союз|штаб|кабинет|филиал|колледж|университет|техникум)(?:ом|ем|а|у)$/iu,
    '',
    null,
  ],
  [/^(групп|служб|команд|кафедр|школ|библиотек)(?:ой|ою|ы|е|у)$/iu, 'а', /(?:ый|ий|ой)$/u],
  [
    /^(администраци|комисси|ассоциаци|организаци|дирекци|редакци|гимнази)(?:ей|ею|и|ю)$/iu,
    'я',
    /(?:ый|ий|ой)$/u,
  ],
  [/^(управлени|объединени|методобъединени|учреждени|предприяти)(?:ем|я|ю)$/iu, 'е', /(?:ый|ий|ой)$/u],
  [/^(министерств|сообществ|агентств)(?:ом|а|у)$/iu, 'о', /(?:ый|ий|ой)$/u],
]
const OBLIQUE_ADJECTIVE = /(?:ого|его|ому|ему|ым|им|ой|ей)$/iu

/**
 * A body in the nominative: «методическим советом» → «методический совет», «рабочей группы» → «рабочая группа»; null
 * when its noun is not known or is in the nominative already. Words behind the noun stay.
 */
export function toNominativeBody(body: string): string | null {
  const words = body.split(' ')
  for (const [at, word] of words.slice(0, 4).entries()) {
    for (const [noun, ending, masculine] of DECLENSIONS) {
      const stem = noun.exec(word)?.[1]
      if (stem === undefined) continue
      const gender = ending === '' ? '' : /[ая]/.test(ending) ? 'ая' : 'ое'
      const adjectives = words.slice(0, at).map((adjective) => {
        const plain = adjectiveOf(adjective, false)
        return masculine === null ? plain : plain.replace(masculine, gender)
      })
      return [...adjectives, stem + ending, ...words.slice(at + 1)].join(' ')
    }
    if (!OBLIQUE_ADJECTIVE.test(word)) return null
  }
  return null
}
