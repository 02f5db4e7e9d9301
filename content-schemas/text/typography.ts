/** Space at which a line is never broken. */
export const NO_BREAK_SPACE = '\u00A0'

const SHORT_WORDS =
  'а|без|в|во|для|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|обо|от|по|под|при|про|с|со|у|через|что|как|это'
const ABBREVIATIONS = 'г|ул|им|п|пп|ст|ч|стр|рис|табл|д|кв|пр|пос|с'

/** Places where a plain space becomes a non-breaking one, or where one is put in. */
const bindings: readonly (readonly [place: RegExp, replacement: string])[] = [
  [/(?<![\p{L}\d])(\p{Lu}\.) ?(\p{Lu}\.) ?(?=\p{Lu}\p{Ll})/gu, '$1~$2~'],
  [/(?<=\p{Lu}\p{Ll}+) (\p{Lu}\.) ?(\p{Lu}\.)/gu, '~$1~$2'],
  [/№ ?(?=\d)/gu, '№~'],
  [new RegExp(`(?<=\\d) (?=\\p{Ll}|%|₽)(?!(?:${SHORT_WORDS}) )`, 'gu'), '~'],
  [/(?<=\d) (?=\d{3}(?!\d))/gu, '~'],
  [new RegExp(`(?<![\\p{L}\\d-])(${SHORT_WORDS}) (?=\\S)`, 'giu'), '$1~'],
  [/ (?=(?:бы|же|ли|б|ж)(?!\p{L}))/gu, '~'],
  [/(?<=\d) (?=- \d)/gu, '~'],
  [/(?<=\S) (?=[—–] )/gu, '~'],
  [new RegExp(`(?<=(?<!\\p{L})(?:${ABBREVIATIONS})\\.) (?=[\\p{Lu}\\d«])`, 'gu'), '~'],
]

const compiled = bindings.map(([place, replacement]) => ({
  place,
  replacement: replacement.replaceAll('~', NO_BREAK_SPACE),
}))

/**
 * The text with non-breaking spaces where Russian wants no line broken: after short prepositions, between initials
 * and surname, number and noun, № and number, before a dash. Several spaces in a row become one;
 * no other character is touched.
 */
export function bindWords(text: string): string {
  const known = bound.get(text)
  if (known !== undefined) return known
  if (bound.size >= MOST_REMEMBERED) bound.clear()
  const result = bind(text)
  bound.set(text, result)
  return result
}

/** The same titles, names and wordings stand on many pages, and binding takes longer than anything else they need. */
const bound = new Map<string, string>()
const MOST_REMEMBERED = 20_000

function bind(text: string): string {
  return compiled.reduce(
    (result, { place, replacement }) => result.replaceAll(place, replacement),
    text.replaceAll(/[ \u00A0]+/g, ' '),
  )
}
