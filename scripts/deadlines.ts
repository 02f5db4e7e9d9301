// npm run deadlines: what deadlines mean, one a line of stdin.
import { parseArgs } from 'node:util'
import { readDeadline } from '#content/deadlines/read-deadline.ts'
import { UsageError, print, runCommand } from './command-line.ts'
import { readInputLines } from './roadmap-import/read-input-lines.ts'

const usage = `Читает сроки со стандартного ввода, по одному в строке, и печатает их смысл: по одному JSON в строке.

  npm run --silent deadlines -- [--period ГГГГ-ММ-ДД/ГГГГ-ММ-ДД] [--order ГГГГ-ММ-ДД]

--period  срок дорожной карты; после черты может быть пусто
--order   дата приказа, если срок карты не указан`

const DATE = /^\d{4}-\d{2}-\d{2}$/

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { period: { type: 'string' }, order: { type: 'string' } } })
  if (values.order !== undefined && !DATE.test(values.order)) {
    throw new UsageError(`Дата приказа «${values.order}» не вида ГГГГ-ММ-ДД.`)
  }
  const context = { period: readPeriod(values.period), orderDate: values.order ?? null }
  for (const line of await readInputLines()) print(JSON.stringify(readDeadline(line, context)))
})

function readPeriod(words: string | undefined): { start: string; end: string | null } | null {
  if (words === undefined) return null
  const [start = '', end = ''] = words.split('/')
  if (!DATE.test(start) || (end !== '' && !DATE.test(end))) {
    throw new UsageError(`Срок «${words}» не вида ГГГГ-ММ-ДД/ГГГГ-ММ-ДД.`)
  }
  return { start, end: end === '' ? null : end }
}
