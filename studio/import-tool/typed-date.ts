/** «2024-09-01» → «01.09.2024»; '' for nothing. */
export function showDate(date: string | undefined): string {
  return date === undefined ? '' : date.split('-').toReversed().join('.')
}

/** «1.9.2024», «01.09.24» → «2024-09-01»; null for what is no day of the calendar. */
export function readTypedDate(words: string): string | null {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(words.trim()) ?? []
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date
}
