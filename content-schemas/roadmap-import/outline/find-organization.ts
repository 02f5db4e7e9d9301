import { findRegionIn } from './regions.ts'
import { findRegionOfTown } from './towns.ts'

/** The owner of a roadmap, as the document names it. */
export interface FoundOwner {
  /** Short name, or the region or district when no organisation is named. */
  organization: string | null
  fullName: string | null
  region: string | null
  kind: 'organization' | 'municipality' | 'region' | null
}

/** Legal forms that the short names of schools, kindergartens and centres begin with. */
const FORM =
  '(?:ФГБОУ|ФГКОУ|[МГК][БАК]?О?У(?:ДО|ДПО)|[МГКЧ]{1,2}[БАК]?[ДО]{0,2}О?У(?: ДО| ДПО| ВО)?|[МГ][БАК]У(?: ДО| ДПО)|[МГ][БАК]?[ПД]?ОУ(?: ДО)?|ГБПОУ|ГАПОУ|КГБПОУ|НОУ|АНО|ЧОУ|СОГБОУ|ОГБОУ|КОГОБУ|КОГОАУ|ГКОУ|ГОУ|МОБУ|МОАУ|МДОБУ|МДОАУ|СП)'
const KIND_WORD =
  '(?:СОШ|ООШ|НОШ|НШДС|лице[йяею]|Лице[йяею]|ЛИЦЕЙ|гимнази[яию]|Гимнази[яию]|ГИМНАЗИЯ|школ[аыеу]|Школ[аыеу]|детск[а-я]+ сад[а-я]*|Детск[а-я]+ сад[а-я]*|ДЮСШ|ДДТ|ЦДТ|ЦРТДиЮ|ДШИ|СЮТ|СЮН|колледж[а-я]*|техникум[а-я]*)'
const STOP =
  '(?=\\s+на\\s+(?:период|(?:19|20)\\d{2}|учебн)|\\s+(?:19|20)\\d{2}|\\s+в\\s+(?:19|20)\\d{2}|\\s+по\\s|\\s+с\\s+(?:\\d|[а-я]{3,8}\\s+\\d)|\\s*\\(|[,;]|$)'
/** Within quotes a name may hold what else would end it: «Специальная (коррекционная) школа». */
const NAME_PIECE = '(?:«[^»]{0,100}»|[^,;()«]|«(?![^»]{0,100}»))'
const SHORT_NAME = new RegExp(`(?<![\\p{L}])(${FORM}(?![\\p{L}])${NAME_PIECE}{0,120}?)${STOP}`, 'u')
const BARE_NAME = new RegExp(
  `(?<![\\p{L}])(${KIND_WORD}\\s*(?:№\\s*\\d+[^,;()]{0,60}?|[«"][^»"]{2,60}[»"][^,;()]{0,40}?|(?:с|п|г|пос|им)\\.?\\s*\\p{Lu}[^,;()]{0,60}?))${STOP}`,
  'u',
)
const FULL_NAME =
  /(?:муниципальн|государственн|федеральн|краев|областн|частн)[а-яё]+\s+(?:[а-яё]+\s+){0,4}учреждени[ея]/i

/** Finds the owner in the title, then in the letterhead above it. */
export function findOrganization(title: string | null, lines: readonly string[]): FoundOwner {
  const head = lines.slice(0, 60)
  const fullName = findFullName(head)
  const named = [title ?? '', ...head].join(' ')
  const region = findRegionIn(named) ?? findRegionOfTown(named)
  const short =
    nameIn(SHORT_NAME, title ?? '') ??
    fullNameIn(title ?? '') ??
    nameIn(BARE_NAME, title ?? '') ??
    firstShortName(head, SHORT_NAME)
  if (short) return { organization: short, fullName, region, kind: 'organization' }
  const full = fullName ?? firstShortName(head, BARE_NAME)
  if (full) return { organization: full, fullName, region, kind: 'organization' }
  const district = findDistrict(title ?? '') ?? firstOf(head, findDistrict)
  if (district) return { organization: district, fullName: null, region, kind: 'municipality' }
  if (region) return { organization: region, fullName: null, region, kind: 'region' }
  return { organization: null, fullName: null, region: null, kind: null }
}

function nameIn(pattern: RegExp, text: string): string | null {
  const name = pattern
    .exec(text)?.[1]
    ?.trim()
    .replace(/[\s.–—-]+$/, '')
  return name && name.length > 3 ? closeQuotes(name) : null
}

/** «в муниципальном бюджетном … учреждении «Детский сад № 27»»: the full name within a title, in the nominative. */
function fullNameIn(title: string): string | null {
  const match =
    /(?<!\p{L})((?:муниципальн|государственн|краев|областн|частн)(?:ого|ом|ому)\s+(?:[а-яё]+\s+){0,8}?учреждени[яию](?:\s+(?:среднего|высшего|дополнительного|профессионального)[а-яё\s]{0,60}?)?)\s*([«"][^\n]{2,120}?[»"](?=\s|$|,))?/iu.exec(
      title,
    )
  if (!match?.[2]) return null
  const form = (match[1] ?? '')
    .replaceAll(/(?<=[а-яё])(?:ого|ому|ом)(?=\s)(?!\s+(?:образования|профессионального))/giu, 'ое')
    .replace(/учреждени[яию]/i, 'учреждение')
  const quoted = match[2]
  return closeQuotes(`${form.charAt(0).toUpperCase()}${form.slice(1)} ${quoted}`)
}

function firstShortName(lines: readonly string[], pattern: RegExp): string | null {
  return firstOf(
    lines.filter((line) => !/на основании|приказыва|в соответствии|департамент|министерств/i.test(line)),
    (line) => nameIn(pattern, line.replaceAll(/^\((.*)\)$/g, '$1')),
  )
}

/** «МУНИЦИПАЛЬНОЕ БЮДЖЕТНОЕ … УЧРЕЖДЕНИЕ …» over several lines, up to a blank line, a bracket or an address. */
function findFullName(lines: readonly string[]): string | null {
  const at = lines.findIndex(
    (line, index) =>
      FULL_NAME.test(`${line} ${lines[index + 1] ?? ''}`) &&
      /^[«"]?(?:муницип|государ|федер|краев|област|частн)[а-я]*(?:ое|ая)\s/i.test(line),
  )
  if (at < 0) return null
  const taken: string[] = []
  for (const line of lines.slice(at, at + 8)) {
    if (line === '' || /^\(|\d{6}|^тел|тел\.|e-?mail|^приказ|^план|^дорожн|утвержд/i.test(line)) break
    taken.push(line)
  }
  const name = taken.join(' ').trim()
  return name.length > 20 && name.length < 400 ? name : null
}

/** «Иловлинского муниципального района» → «Иловлинский муниципальный район». */
function findDistrict(text: string): string | null {
  const match =
    /(?<!\p{L})(\p{Lu}[\p{L}-]+)([сц])к(?:ого|ом|ий)\s+(муниципальн|городск)(?:ого|ом|ый|ой)\s+(район|округ)[а-я]*/u.exec(
      text,
    )
  const quoted = /муниципальн[а-я]+\s+(?:образовани|район|округ)[а-я]*\s+([«"][^»"]{3,60}[»"])/iu.exec(
    text,
  )?.[1]
  if (quoted) return quoted.slice(1, -1)
  if (match)
    return `${match[1]}${match[2]}кий ${match[3] === 'городск' ? 'городской' : 'муниципальный'} ${match[4]}`
  const town = /город(?:а|е|ского округа)?\s+(\p{Lu}\p{L}+)/u.exec(text)
  return town && /муниципальн|городск|управлени/i.test(text) ? `город ${town[1]}` : null
}

function firstOf(lines: readonly string[], find: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = find(line)
    if (found) return found
  }
  return null
}

function closeQuotes(name: string): string {
  return name.includes('«') && !name.includes('»') ? `${name}»` : name
}
