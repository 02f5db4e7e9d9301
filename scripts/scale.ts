// npm run scale: fills a lake with the content of a country, to see how the project behaves at that size.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { readEnvironment } from './environment.ts'
import { fillLake } from './scale/fill-lake.ts'

const usage = `Наполняет озеро содержанием размером со страну: регионы, школы, дорожные карты, публикации, практики.
Все названия и люди придуманы; при одном и том же --seed содержание одно и то же.

  npm run scale -- [--schools 40000] [--practices 60000] [--seed 1] [--data ПАПКА] [--add]

  --data ПАПКА   папка данных; без неё — та, что в KOPILKA_DATA
  --add          добавить к тому, что в озере уже есть

Ctrl-C останавливает наполнение: записанное остаётся, тем же вызовом с --add его можно продолжить.`

await runCommand(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      schools: { type: 'string', default: '40000' },
      practices: { type: 'string', default: '60000' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      add: { type: 'boolean', default: false },
    },
  })
  const size = {
    schools: readNumber('schools', values.schools, 1),
    practices: readNumber('practices', values.practices, 0),
    seed: readNumber('seed', values.seed, 0),
  }
  const environment = readEnvironment()
  const dataDir = values.data === undefined ? environment.dataDir : resolve(values.data)
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const { documents, seconds, stopped } = await fillLake({
    environment: { ...environment, dataDir },
    size,
    add: values.add,
    say,
    signal: stop.signal,
  })
  const speed = Math.round(documents / Math.max(seconds, 0.001))
  print(
    `${stopped ? 'Остановлено' : 'Готово'}: ${dataDir}. Документов: ${documents}, в секунду: ${speed}.` +
      (stopped ? ' Записанным можно пользоваться; чтобы дополнить, повторите команду с --add.' : ''),
  )
  return stopped ? 130 : 0
})

function readNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least)
    throw new UsageError(`--${name}: нужно целое число не меньше ${least}.`)
  return value
}
