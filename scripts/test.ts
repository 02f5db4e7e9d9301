// npm test: every check of the project. The last line is `N passed, N failed`.
import { dirname } from 'node:path'
import { findBrowser } from './checks/find-browser.ts'
import { STEPS, runStep, runTests } from './checks/steps.ts'
import type { StepResult } from './checks/steps.ts'
import { print, runCommand } from './command-line.ts'
import { childEnvironment, readEnvironment } from './environment.ts'

const usage = `Проверяет проект: оформление, правила, типы, лишнее и тесты.

  npm test                    всё
  npm test -- ПУТЬ…           только тесты, чьи файлы лежат по этим путям`

await runCommand(usage, async (filters) => {
  const chromePath = await findBrowser(readEnvironment().chromePath)
  const root = dirname(import.meta.dirname)
  const options = { root, environment: childEnvironment({ CHROME_PATH: chromePath }) }
  const results: StepResult[] = []
  for (const step of filters.length === 0 ? STEPS : []) {
    results.push(show(step.title, await runStep(step, options)))
  }
  results.push(show('тесты (vitest)', await runTests(filters, options)))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  print(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

function show(title: string, result: StepResult): StepResult {
  const verdict = result.failed === 0 ? 'хорошо' : 'ПЛОХО'
  print(`${verdict}  ${title}, ${result.seconds.toFixed(1)} с`)
  if (result.failed > 0) print(result.output.trimEnd())
  return result
}
