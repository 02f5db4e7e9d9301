// npm run deadlines: what deadlines mean, one a line of stdin.
import { parseArgs } from 'node:util'
import { toIsoDate } from '#content/deadlines/calendar.ts'
import { readDeadline } from '#content/deadlines/read-deadline.ts'
import { print, runCommand, UsageError } from './command-line.ts'
import { readInputLines } from './roadmap-import/read-input-lines.ts'

const usage = `Читает сроки со стандартного ввода, по одному в строке, и печатает их смысл: по одному JSON в строке.

  npm run --silent deadlines -- [--period ГГГГ-ММ-ДД/ГГГГ-ММ-ДД] [--order ГГГГ-ММ-ДД]

--period  срок дорожной карты; после черты может быть пусто
--order   дата приказа, если срок карты не указан`

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { period: { type: 'string' }, order: { type: 'string' } } })
  if (values.order !== undefined && !isDate(values.order)) {
    throw new UsageError(`Дата приказа «${values.order}» не вида ГГГГ-ММ-ДД, или такого дня нет.`)
  }
  const context = { period: readPeriod(values.period), orderDate: values.order ?? null }
  for await (const line of readInputLines()) print(JSON.stringify(readDeadline(line, context)))
})

function readPeriod(words: string | undefined): { start: string; end: string | null } | null {
  if (words === undefined) return null
  const [start = '', end, ...more] = words.split('/')
  if (!isDate(start) || end === undefined || (end !== '' && !isDate(end)) || more.length > 0) {
    throw new UsageError(`Срок «${words}» не вида ГГГГ-ММ-ДД/ГГГГ-ММ-ДД, или такого дня нет.`)
  }
  if (end !== '' && end < start) throw new UsageError(`Срок «${words}» кончается раньше, чем начинается.`)
  return { start, end: end === '' ? null : end }
}

/** Whether the words are a day of the calendar: «2024-02-30» is none. */
function isDate(words: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(words) ?? []).slice(1).map(Number)
  return toIsoDate(year ?? 0, month ?? 0, day ?? 0) === words
}
