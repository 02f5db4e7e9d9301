// npm run conformance -- FILE: the public test suite of GROQ, asked of a running lake over HTTP. The last line is JSON.
import { CommandError, print, runCommand, say, UsageError } from './command-line.ts'
import { judge } from './conformance/judge.ts'
import { readSuite } from './conformance/read-suite.ts'
import { withRunningLake } from './conformance/running-lake.ts'
import { runSuite } from './conformance/run-suite.ts'

const usage = `Проверяет, что озеро понимает запросы так, как сказано в описании языка GROQ.

  npm run conformance -- ФАЙЛ.ndjson

Файл — собранный набор проверок https://github.com/sanity-io/groq-test-suite (выпуск или «npm run build» в нём).
Последняя строка вывода — JSON.`

await runCommand(usage, async (args) => {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0)
    throw new UsageError('Нужен один файл: собранный набор проверок.')
  const suite = await readSuite(file)
  if (suite.cases.length === 0) throw new CommandError(`В файле ${file} нет проверок.`)
  const applicable = suite.cases.filter(({ omitted }) => omitted === null)
  say(`Проверок: ${suite.cases.length}, из них к озеру относится ${applicable.length}.`)
  const failed = await withRunningLake(async (lake) => {
    const failures: { id: string; query: string; told: string }[] = []
    await runSuite(lake, suite.datasets, applicable, (one, answer) => {
      const told = judge(one, answer)
      if (told !== null) failures.push({ id: one.id, query: one.query, told })
    })
    return failures
  })
  for (const { id, query, told } of failed)
    print(`${id}\n  ${query.replaceAll(/\s+/g, ' ').trim()}\n  ${told}`)
  const written = applicable.filter(({ isGenerated }) => !isGenerated).length
  print(
    JSON.stringify({
      cases: suite.cases.length,
      omitted: countReasons(suite.cases.flatMap(({ omitted }) => omitted ?? [])),
      applicable: applicable.length,
      applicableWrittenByHand: written,
      passed: applicable.length - failed.length,
      failed: failed.map(({ id }) => id),
    }),
  )
  return failed.length > 0 ? 1 : 0
})

function countReasons(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}
