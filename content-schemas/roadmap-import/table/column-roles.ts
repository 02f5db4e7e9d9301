import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'

/** What headings are called, by role; where several fit, the one that stands first in the heading wins. */
const HEADINGS: readonly (readonly [ColumnRoleKey, RegExp])[] = [
  ['number', /^(?:№|n[oº]?(?![a-z])|#|номер)/],
  ['deadline', /срок|дат[аы](?![а-я])|дата|период(?![а-я])|период |когда|время|месяц|график/],
  ['responsible', /ответствен|исполнител|кто |фио|ф\.и\.о|куратор(?![а-я])/],
  [
    'result',
    /результат|ожидаем|планируем[а-я]{2} (?:итог|эффект)|итог|продукт|показател|индикатор|критери|эффект/,
  ],
  ['documents', /документ|нормативн|локальн|отч[её]тност|форма отч|чем подтвержд|подтверждающ/],
  [
    'stage',
    /^(?:наименование |название |№ )?(?:этап|раздел|блок|направлени|задач|модуль)|этап[ыа]?(?![а-я])/,
  ],
  [
    'activity',
    /мероприят|содержани|деятельност|действи|вид[ы]? работ|вид[ы]? деят|наименовани|что дела|работ[аы]|шаг[и]?(?![а-я])|план(?![а-я])|перечень|пункт|формы работы|тема/,
  ],
  [
    'other',
    /примечани|отметк|риск|ресурс|участник|аудитор|категори|финансир|форма|место|охват|комментар|статус|исполнени|выполнени|факт|кол-во|количеств|цел[ьи]/,
  ],
]

/** Role of a column by its heading; `null` when the words are no heading that is known. */
export function roleOfHeading(heading: string): ColumnRoleKey | null {
  const words = heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s\u2028]+/g, ' ')
    .replaceAll(/[«»"*]/g, '')
    .trim()
  if (words === '' || words.length > 110) return null
  if (/^отметк|^примечан|^факт|^статус/.test(words)) return 'other'
  let best: { role: ColumnRoleKey; at: number } | null = null
  for (const [role, pattern] of HEADINGS) {
    const at = words.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = { role, at }
  }
  if (best?.role === 'activity' && best.at === 0 && /^(?:наименование|название|содержание)/.test(words)) {
    return roleOfNamed(words)
  }
  return best?.role ?? null
}

/** «Наименование этапа», «Содержание мероприятия»: what is named decides. */
function roleOfNamed(words: string): ColumnRoleKey {
  const named = words.replace(/^(?:наименование|название|содержание)\s*/, '')
  if (/мероприят|деятельност|работ|действ/.test(named)) return 'activity'
  if (/^(?:этап|раздел|блок|направлен|модул)/.test(named))
    return words.startsWith('содержание') ? 'activity' : 'stage'
  if (named.startsWith('документ')) return 'documents'
  return 'activity'
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
