import type { LevelKey } from '../../vocabulary/levels.ts'
import type { FoundOwner } from './find-organization.ts'

const KINDERGARTEN =
  /детск[а-я]+ сад|дошкольн|(?<!\p{L})(?:М[БАК]?ДОУ|М[БАК]?Д[БА]?ОУ|ДОУ|ГБДОУ|МДОБУ|МДОАУ|ЧДОУ)(?!\p{L})/iu
const ADDITIONAL =
  /дополнительн[а-я]+ образовани|(?<!\p{L})\p{Lu}{0,4}У ДО(?!\p{L})|(?<!\p{L})(?:ЦДТ|ДДТ|ДЮСШ|ДШИ|СЮТ|СЮН|МУДО|ЦДО|ЦРТДиЮ|ЦВР|ДЮЦ)(?!\p{L})|(?:дом|дворец|центр)[а-я]* (?:детского|творчеств)|станци[а-я]+ юн/iu
/** Colleges and technical schools by their names. */
export const VOCATIONAL =
  /колледж|техникум|училищ|профессиональн[а-я]+ образовательн|(?<!\p{L})[А-Я]{1,3}ПОУ(?!\p{L})/iu
const SCHOOL =
  /(?<!\p{L})(?:СОШ|ООШ|НОШ|[МГ]?[БАК]?ОУ|МБОУ|МАОУ|МКОУ|МОУ|ГБОУ|МОБУ|ОГБОУ|ГКОУ)(?!\p{L})|лице[йяе]|гимнази|школ[аыуе]/iu
const REGIONAL = /региональн|(?:област[ьи]|кра[йея]|республик[аи])(?!\p{L})/iu
const MUNICIPAL = /муниципальн[а-я]+ (?:систем|район|округ|образовани)|городск[а-я]+ округ/iu

/** Level of a roadmap: by its owner, then its title and letterhead, then the words of its table. */
export function findLevel(document: {
  title: string
  owner: FoundOwner
  lines: readonly string[]
  tableWords: string
}): LevelKey | null {
  const { title, owner, lines, tableWords } = document
  if (owner.kind === 'organization') {
    const name = `${owner.organization ?? ''} ${owner.fullName ?? ''} ${title}`
    return ofOrganization(name) ?? ofOrganization(lines.slice(0, 40).join(' '))
  }
  const byTitle = ofOrganization(title)
  if (byTitle) return byTitle
  if (owner.kind === 'municipality') return 'municipal'
  if (owner.kind === 'region' || /региональн/i.test(title)) return 'regional'
  if (MUNICIPAL.test(title)) return 'municipal'
  if (
    /(?<!\p{L})ДОУ(?!\p{L})|старш[а-я]+ воспитател|воспитатель|заведующ[а-я]+ (?:ДОУ|детск)/iu.test(
      tableWords,
    )
  )
    return 'kindergarten'
  if (ADDITIONAL.test(tableWords) && /педагог[а-я]* дополнительного/i.test(tableWords)) return 'additional'
  if (/школ|учител|класс/i.test(tableWords)) return 'school'
  return REGIONAL.test(title) ? 'regional' : null
}

function ofOrganization(words: string): LevelKey | null {
  if (KINDERGARTEN.test(words)) return 'kindergarten'
  if (ADDITIONAL.test(words)) return 'additional'
  if (VOCATIONAL.test(words)) return 'vocational'
  if (SCHOOL.test(words)) return 'school'
  return null
}
