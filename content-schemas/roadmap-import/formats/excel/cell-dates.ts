const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
const OF_MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

/** Which parts of a date a cell shows; what it does not show its author may not have meant. */
export interface ShownParts {
  day: boolean
  month: boolean
  year: boolean
}

/** A date in words of a roadmap, with the parts that are shown: «15.09.2024», «сентябрь 2024», «15 сентября». */
export function writeDate(date: Date, shown: ShownParts): string {
  const year = String(date.getUTCFullYear())
  const month = date.getUTCMonth()
  const day = date.getUTCDate()
  if (shown.day && shown.month && shown.year) return `${pad(day)}.${pad(month + 1)}.${year}`
  if (shown.day && shown.month) return `${day} ${OF_MONTHS[month]}`
  if (shown.month) return shown.year ? `${MONTHS[month]} ${year}` : `${MONTHS[month]}`
  return shown.year ? year : `${pad(day)}.${pad(month + 1)}.${year}`
}

/** A date as OpenDocument keeps it (`2024-09-15`), with the parts that the words of its cell show. */
export function readDateValue(value: string, words: string): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return words
  const numbers = words.match(/\d+/g) ?? []
  const named = /\p{L}{3}/u.test(words)
  const year = numbers.some((digits) => digits.length === 4 || Number(digits) === date.getUTCFullYear() % 100)
  const rest = numbers.length - (year ? 1 : 0)
  return writeDate(date, { day: named ? rest > 0 : rest > 1, month: named || rest > 0, year })
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
