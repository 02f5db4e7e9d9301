// npm run test:long: the tests too long for every change. The last line is `N passed, N failed`.
import { dirname } from 'node:path'
import { findBrowser } from './checks/find-browser.ts'
import { runTests } from './checks/steps.ts'
import { print, runCommand } from './command-line.ts'
import { childEnvironment, readEnvironment } from './environment.ts'

const usage = `Проверяет проект долго: законы и испытания на прочность в полном размере (около часа).

  npm run test:long               все
  npm run test:long -- ПУТЬ…      только те, чьи файлы лежат по этим путям`

await runCommand(usage, async (filters) => {
  const chromePath = await findBrowser(readEnvironment().chromePath)
  const environment = childEnvironment({ CHROME_PATH: chromePath })
  const { output, passed, failed } = await runTests(['--config', 'vitest.long.config.ts', ...filters], {
    root: dirname(import.meta.dirname),
    environment,
  })
  print(output.trimEnd())
  print(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
