// npm run responsible: who is in charge, one cell a line of stdin.
import { parseArgs } from 'node:util'
import { readResponsible } from '#content/responsible/read-responsible.ts'
import { print, runCommand } from './command-line.ts'
import { readInputLines } from './roadmap-import/read-input-lines.ts'

const usage = `Читает ответственных со стандартного ввода, по одной ячейке в строке, и печатает людей, роли и
организации: по одному JSON в строке. Знак ⏎ в строке значит перенос строки.

  npm run --silent responsible`

await runCommand(usage, async (args) => {
  // Names are the same whatever the period; it is taken so that both commands can be called alike.
  parseArgs({ args, options: { period: { type: 'string' } } })
  for await (const line of readInputLines()) {
    const { verbatim, persons, roles, bodies } = readResponsible(line)
    print(JSON.stringify({ verbatim, persons, roles, bodies }))
  }
})
