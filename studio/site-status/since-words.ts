const WORDS = new Intl.RelativeTimeFormat('ru')
const DAY = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric' })

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY_SECONDS = 24 * HOUR

/** How long ago something was: «только что», «5 секунд назад», «3 часа назад», after a week the day. */
export function sinceWords(at: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - at.getTime()) / 1000)
  if (seconds < 2) return 'только что'
  if (seconds < MINUTE) return WORDS.format(-seconds, 'second')
  if (seconds < HOUR) return WORDS.format(-Math.floor(seconds / MINUTE), 'minute')
  if (seconds < DAY_SECONDS) return WORDS.format(-Math.floor(seconds / HOUR), 'hour')
  if (seconds < 7 * DAY_SECONDS) return WORDS.format(-Math.floor(seconds / DAY_SECONDS), 'day')
  return DAY.format(at)
}
