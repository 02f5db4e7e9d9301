// npm run generate [-- --check]: derives content-schemas/generated/ from the types and queries.
import { parseArgs } from 'node:util'
import { DerivationError, deriveContentTypes, findStaleFiles } from './derive-content-types.ts'

const usage = 'Запуск: npm run generate, а для проверки без записи: npm run generate -- --check'

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof DerivationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<number> {
  const check = readCheckFlag(args)
  if (check === undefined) {
    console.error(usage)
    return 2
  }
  if (!check) {
    console.log(`Записано: ${(await deriveContentTypes()).join(', ')}`)
    return 0
  }
  const stale = await findStaleFiles()
  if (stale.length === 0) {
    console.log('Производные файлы соответствуют схеме и запросам.')
    return 0
  }
  console.error(`Производные файлы отстали от схемы или запросов: ${stale.join(', ')}.`)
  console.error('Запустите «npm run generate» и добавьте изменившиеся файлы в коммит.')
  return 1
}

/** Whether only a check is wanted, undefined when the arguments are not understood. */
function readCheckFlag(args: string[]): boolean | undefined {
  try {
    return parseArgs({ args, options: { check: { type: 'boolean', default: false } } }).values.check
  } catch {
    return undefined
  }
}
