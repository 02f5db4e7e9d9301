const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' })

/** The calendar day in Moscow, YYYY-MM-DD: what the site means by "today". */
export function moscowDay(at: Date): string {
  return format.format(at)
}
