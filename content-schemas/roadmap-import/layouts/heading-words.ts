import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'

/** Words that headings of roadmap tables are made of, and hardly a cell is made of nothing else. */
const WORDS =
  'срок|дат[аы]|период|время|месяц|когда|начал[оа]|окончани|проведени|реализаци|исполнени|выполнени|завершени|действи|мер(?:[аыу]|ам|ами|ах)?(?![а-я])' +
  '|мероприят|деятельност|работ[аы]?|содержани|наименовани|названи|перечень|видов|вид[ыа]?|план(?:ируе|овы)|запланирован|основны|тем[аы]|вопрос|описани|этап|раздел|блок|модул|направлени|стади|задач|цел[ьи]|шаг' +
  '|ответственн|ответств\\.|отв\\.|исполнител|соисполнител|лиц[оа]?|фио|ф\\.?и\\.?о|должност|кто|что|кем|чем|где|отвечает|провод|делае|сделать|планируе|куратор' +
  '|ожидае|результат|итог|продукт|показател|индикатор|критери|эффект|выход|количественн|качественн' +
  '|документ|подтвержда|нормативн|рекомендуем|отч[её]тност|отч[её]тн|форм[аы]|отметк|примечан|комментар|статус|факт|контрол|место|целев|аудитори|участник|категори|охват|ресурс|риск|возможн|способ|минимизаци|финансиров|источник|проект|программ[ыа]|дорожной|карт[ыа]'
const WORD = new RegExp(`^(?:${WORDS})\\p{L}*\\.?$`, 'iu')
const SMALL =
  /^(?:№(?:п\/?п?\.?)?|n|#|п\/п|п\.?\/п\.?|п\/|п|и|или|за|о|об|по|на|в|для|с|к|из|\/|\(|\)|–|-)$/iu
/** Words that begin a heading; the rest only go on in one. */
const START = /^(?:№|N(?![а-я])|\p{Lu})/u
const TAILS: Readonly<Record<ColumnRoleKey, RegExp>> = {
  number: /^п/iu,
  stage: /^(?:этап|раздел|реализаци|работ|деятельност|и$|мероприят)/iu,
  activity:
    /^(?:мероприят|деятельност|работ|этап|содержани|действи|по$|реализаци|проект|и$|сделать|делае|планируе|дорожной|карт|темы|раздел)/iu,
  deadline:
    /^(?:проведени|реализаци|исполнени|выполнени|начал|окончани|завершени|срок|и$|период|работ|действи)/iu,
  responsible:
    /^(?:за$|исполнени|исполнител|выполнени|лиц|проведени|должност|провод|отвечает|ответственн|реализаци|и$|ф\.?и\.?о)/iu,
  documents: /^(?:документ|отч[её]т|нормативн|подтвержда|и$|о$)/iu,
  result: /^(?:результат|продукт|эффект|показател|деятельност|итог|выполнени|реализаци|документ|и$)/iu,
  other:
    /^(?:о$|об$|выполнени|исполнени|проведени|аудитори|участник|минимизаци|риск|работ|ресурс|финансиров)/iu,
}

/** Whether a line may be one of a heading: all its words are such. */
export function isHeadingLine(line: string): boolean {
  if (line.length > 90) return false
  const words = wordsOf(line)
  return words.length > 0 && words.every((word) => SMALL.test(word) || WORD.test(word))
}

export function wordsOf(line: string): string[] {
  return line
    .split(' ')
    .map((word) => word.replaceAll(/^[(«]+|[),:;»]+$/g, ''))
    .filter((word) => word !== '')
}

/** Whether a heading may begin with the word. */
export function startsHeading(word: string): boolean {
  return START.test(word.replace(/^[(«]/, '')) && !word.startsWith('(')
}

/** Whether a word goes well on in a heading of the role. */
export function goesOnIn(role: ColumnRoleKey, word: string): boolean {
  return TAILS[role].test(word.replaceAll(/^[(«]+|[),:;»]+$/g, ''))
}
