import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'

/** What headings are called, by role; where several fit, the one that stands first in the heading wins. */
const HEADINGS: readonly (readonly [ColumnRoleKey, RegExp])[] = [
  ['number', /^(?:№|n[oº]?(?![a-z])|#|номер)/],
  [
    'deadline',
    /срок|дат[аы](?![а-я])|период|когда|время|месяц|недел|квартал|график|начало|окончание|^год[ы]?(?![а-я])/,
  ],
  ['responsible', /ответств|исполнител|кто |кем |фио|ф\.\s?и\.\s?о|должностн[а-я]+ лиц|куратор(?![а-я])/],
  [
    'result',
    /результат|ожидаем|итог|продукт|показател|индикатор|критери|эффект|выход(?![а-я])|^что (?:будет|получ|дости|имеем)/,
  ],
  ['documents', /документ|нормативн|локальн|отч[её]тност|чем подтвержд|подтверждающ|вид отч|форма отч/],
  ['stage', /^(?:№ )?(?:этап|раздел|блок|направлени|модуль|стади)|^задач|этап[ыа]?(?![а-я])/],
  [
    'activity',
    /мероприят|содержани|деятельност|действи|вид[ы]? (?:работ|деят)|наименовани|название|что (?:[а-я]+ )?(?:дела|сдела)|работ[аы]|шаг[и]?(?![а-я])|план(?![а-я])|перечень|пункт|тем[аы](?![а-я])|вопрос/,
  ],
  [
    'other',
    /примечани|отметк|риск|ресурс|участник|аудитор|категори|финансир|форм[аы](?![а-я])|место|охват|комментар|статус|исполнени|выполнени|факт|кол-во|количеств|цел[ьи](?![а-я])|целев|должност|класс|ссылк|минимизац/,
  ],
]

/** Words that tell a column by themselves, wherever else the heading leads. */
const ALWAYS_OTHER = /^(?:отметк|примечан|факт|статус|форм[аы] (?!отч)|место|цел[ьи](?![а-я])|целев)/

/** «Задача / мероприятие», «Этапы, мероприятия»: stages are rows across such a column, activities its cells. */
const HOLDS_BOTH = /^(?:задач.*|[а-я]+\s?(?:[,;/(]|и )\s?(?:[а-я]+(?:ы[ех]|ое)\s)?)мероприят/

/** Role of a column by its heading; `null` when the words are no heading that is known. */
export function roleOfHeading(heading: string): ColumnRoleKey | null {
  const words = heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s\u2028]+/g, ' ')
    .replaceAll(/[«»"*]/g, '')
    .trim()
  if (words === '' || words.length > 110) return null
  if (ALWAYS_OTHER.test(words)) return /мероприят/.test(words) ? 'activity' : 'other'
  let best: { role: ColumnRoleKey; at: number } | null = null
  for (const [role, pattern] of HEADINGS) {
    const at = words.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = { role, at }
  }
  if (best?.at === 0 && /^(?:наименование|название|содержание|тем[аы])/.test(words)) return roleOfNamed(words)
  if (best?.role === 'stage' && HOLDS_BOTH.test(words)) return 'activity'
  return best?.role === 'other' ? (roleOfLower(heading) ?? 'other') : (best?.role ?? null)
}

/** «Исполнение Срок»: under the heading of several columns a column has its own, with a capital of its own. */
function roleOfLower(heading: string): ColumnRoleKey | null {
  const lower = /^\p{Lu}[\p{Ll}\s]+\s(\p{Lu}\p{Ll}.*)$/su.exec(heading)?.[1]
  return lower === undefined ? null : roleOfHeading(lower)
}

/** «Наименование этапа», «Содержание мероприятия»: what is named decides. */
function roleOfNamed(words: string): ColumnRoleKey {
  const named = words.replace(/^(?:наименование|название|содержание|тем[аы])[\s,]*/, '')
  if (/мероприят|деятельност|работ|действ/.test(named)) return 'activity'
  if (/^(?:этап|раздел|блок|направлен|модул)/.test(named))
    return words.startsWith('содержание') ? 'activity' : 'stage'
  return named.startsWith('документ') ? 'documents' : 'activity'
}

/** Whether the columns of a table list people («ФИО наставника», «Наставляемый», «Класс»), not activities. */
export function listsPeople(headings: readonly string[]): boolean {
  const people = headings.filter((heading) =>
    /^(?:ф\.?\s?и\.?\s?о|фамилия|наставник|наставляем|обучающ|ученик|молодой|должность|класс|группа)/i.test(
      heading.trim(),
    ),
  )
  return people.length >= 2 && !headings.some((heading) => /мероприят|содержан|деятельн/i.test(heading))
}

/** How many cells of a row read as headings of different columns that matter. */
export function countHeadings(cells: readonly string[]): number {
  const roles = new Set<ColumnRoleKey>()
  let filled = 0
  for (const cell of cells) {
    if (cell.trim() === '') continue
    filled += 1
    if (cell.length > 90) return 0
    const role = roleOfHeading(cell)
    if (
      role !== null &&
      role !== 'other' &&
      !/[.;]\s*\S|\d{4}/.test(cell.replace(/№\s*п\.?\s*\/?\s*п\.?/i, ''))
    )
      roles.add(role)
  }
  if (!roles.has('activity') && !roles.has('stage')) return 0
  if (!roles.has('deadline') && !roles.has('responsible')) return 0
  return roles.size * 2 >= filled ? roles.size : 0
}
