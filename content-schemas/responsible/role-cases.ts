const HARD =
  'директор|куратор|координатор|администратор|инструктор|инспектор|организатор|модератор|ректор|мастер|тренер|тьютор|редактор|бухгалтер' +
  '|методист|специалист|педагог|психолог|логопед|дефектолог|завуч|наставник|советник|помощник|работник|сотрудник|начальник|участник|эксперт' +
  '|партнер|волонтер|лаборант|программист|инженер|делегат|лидер|студент|ученик|выпускник|консультант|завхоз|член'
const SOFT =
  'заместител|руководител|учител|воспитател|председател|преподавател|исполнител|представител|родител|библиотекар|секретар|работодател|делопроизводител'
const ADJECTIVAL = 'заведующ|наставляем|ответственн|вожат|обучающ|управляющ'
const HEAD = new RegExp(
  `^(?:(${HARD})(а|у|ом|ем|е|ов|ам|ами|ах)|(${SOFT})(я|ю|ем|ей|ям|ями|ях)|(${ADJECTIVAL})(его|ему|им|ого|ому|ым|ую|ей|ой|их|ых|ими|ыми)(ся)?)$`,
  'i',
)
const PLURAL_IN_A = /^(?:директор|инструктор|инспектор|редактор|мастер|учител|тренер|бухгалтер)$/i

/**
 * A role in the nominative: «заместителя директора» → «заместитель директора», «социальному педагогу» → «социальный
 * педагог», «наставниками» → «наставники». Words behind the role's noun stay; a role whose noun is not known is
 * left as it is.
 */
export function toNominativeRole(role: string): string {
  const words = role.split(' ')
  const at = words.findIndex((word) => nominativeOf(word) !== null)
  if (at < 0 || at > 3) return role
  if (
    words
      .slice(0, at)
      .some((word) => !/(?:ого|его|ому|ему|ым|им|ой|ей|ую|юю|ых|их|ыми|ими|ом|ем)$/i.test(word))
  ) {
    return role
  }
  const head = nominativeOf(words[at] ?? '')
  const adjectives = words.slice(0, at).map((word) => adjectiveOf(word, head?.plural ?? false))
  return [...adjectives, head?.word ?? '', ...words.slice(at + 1)].join(' ')
}

/** Whether a role's noun stands in the dative of one man or one role: «учителю», «педагогу», «заведующему». */
export function isDativeRole(role: string): boolean {
  return new RegExp(`^(?:[а-яё-]+(?:ому|ему) )*(?:(?:${HARD})у|(?:${SOFT})ю|[а-яё]+ему)(?![а-яё])`, 'i').test(
    role,
  )
}

/** Whether a role's noun stands in a case that no nominative looks like: «директору», «заместителем», «наставникам». */
export function isBentRole(role: string): boolean {
  return BENT_ROLE.test(role)
}

const BENT_ROLE = new RegExp(
  `^(?:[а-яё-]+(?:ому|ему|ым|им|ой|ыми|ими) )*(?:(?:${HARD})(?:у|ом|ем|ам|ами)|(?:${SOFT})(?:ю|ем|ям|ями)|(?:${ADJECTIVAL})(?:ему|ому|ими|ыми))(?:ся)?(?![а-яё])`,
  'i',
)

function nominativeOf(word: string): { word: string; plural: boolean } | null {
  const [first = '', ...rest] = word.split('-')
  const match = HEAD.exec(first.replaceAll('ё', 'е'))
  if (!match) return null
  const [, hard, hardEnding, soft, softEnding, adjectival, ending, reflexive = ''] = match
  const tail = rest.map((part) => `-${nominativeOf(part)?.word ?? part}`).join('')
  if (hard !== undefined) {
    const plural = /^(?:ов|ам|ами|ах)$/.test(hardEnding ?? '')
    return { word: (plural ? pluralOf(hard) : hard) + tail, plural }
  }
  if (soft !== undefined) {
    const plural = /^(?:ей|ям|ями|ях)$/.test(softEnding ?? '')
    return { word: (plural ? pluralOf(soft) : `${soft}ь`) + tail, plural }
  }
  const plural = /^(?:их|ых|ими|ыми)$/.test(ending ?? '') || reflexive !== ''
  const soften = /[щ]$/.test(adjectival ?? '')
  const last = plural ? (soften ? 'ие' : 'ые') : soften ? 'ий' : 'ый'
  return { word: `${adjectival ?? ''}${last}${reflexive}${tail}`, plural }
}

function pluralOf(stem: string): string {
  if (PLURAL_IN_A.test(stem)) return stem + (stem.endsWith('л') ? 'я' : 'а')
  return stem + (/(?:[кгжшщчх]|тел|ар)$/i.test(stem) ? 'и' : 'ы')
}

/** An adjective in the nominative, masculine or plural: «социальному» → «социальный». */
export function adjectiveOf(word: string, plural: boolean): string {
  const soft =
    /(?:[гкхжшщч]|н(?=ий|ему|его|им))(?:его|ему|ого|ому|ым|им|ой|ей|ую|юю|ых|их|ыми|ими|ом|ем)$/i.test(word)
  const stem = word.replace(/(?:ого|его|ому|ему|ыми|ими|ым|им|ой|ей|ую|юю|ых|их|ом|ем)$/i, '')
  if (plural) return stem + (soft ? 'ие' : 'ые')
  return stem + (soft ? 'ий' : 'ый')
}
