/** Whether a name is a man's or a woman's; null while nothing around it says. */
export type Gender = 'man' | 'woman' | null

/** Surnames of men that end like the feminine ones of an order («Береговой» beside «Ивановой»). */
const NOMINATIVE_MEN =
  /^(?:берег|бор|дуб|лоз|яр|пол|луг|сад|берест|клен|верх|низ|лес|степ|кош|гол|круг|лом|рог|сол|груш|вишн|мор|руб|кад|баш)(?:ов|ев)ой$/i

const WOMEN: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын)(?:у|ой|ою|ы)$/, '$1а'],
  [/([сц]к|н)(?:ую|ой|ою)$/, '$1ая'],
]
const MEN: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын)(?:а|у|ым|ом|е)$/, '$1'],
  [/([сц]к)(?:ого|ому|им|ом)$/, '$1ий'],
  [/([нт])(?:ого|ому|ым)$/, '$1ый'],
  [/([бвгджзклмнпрстфхчшщ])(?:а|у|ом|ем)$/, '$1'],
]
/** Forms that no nominative has, whoever bears the name. */
const CERTAIN: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын)(?:у|ой|ою)$/, '$1а'],
  [/(ов|ев|ёв|ин|ын)ым$/, '$1'],
  [/([сц]к)ую$/, '$1ая'],
  [/([сц]к)(?:ого|ому)$/, '$1ий'],
]

/**
 * A surname in the nominative. Without a gender only forms that cannot be nominative are bent back: «Парусинову» is
 * taken for a woman's, as orders name people in the accusative.
 * @param gender stated when something beside the surname shows both that the name is bent and whose it is
 */
export function toNominative(surname: string, gender: Gender): { nominative: string; oblique: boolean } {
  const parts = surname.split('-')
  const bent = parts.map((part) => bendBack(part, gender))
  const changed = bent.at(-1) !== parts.at(-1)
  return { nominative: changed ? bent.join('-') : surname, oblique: changed }
}

/** Whose name it is and that it is bent, by its patronymic: «Петровичу», «Алексеевну»; null for the nominative. */
export function genderOfBent(patronymic: string): Gender {
  if (/(?:вич|ьич|мич|тич)(?:а|у|ем|е)$/i.test(patronymic)) return 'man'
  return /(?:вн|ичн)(?:у|ы|е|ой|ою)$/i.test(patronymic) ? 'woman' : null
}

/** Whether a word has the ending of a surname. */
export function looksLikeSurname(word: string): boolean {
  return /(?:ов|ев|ёв|ин|ын)(?:а|у|ой|ым)?$|[сц]к(?:ий|ая|ой|ую|ого|ому)$|(?:енко|дзе|швили|вич|чук|щук|ян|янц|ых|их|ук|юк|ко)$/i.test(
    word,
  )
}

function bendBack(surname: string, gender: Gender): string {
  if (gender === null && NOMINATIVE_MEN.test(surname)) return surname
  const rules = gender === 'man' ? MEN : gender === 'woman' ? WOMEN : CERTAIN
  const rule = rules.find(([form]) => form.test(surname))
  return rule ? surname.replace(rule[0], rule[1]) : surname
}
