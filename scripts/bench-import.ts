// npm run bench:import: how many roadmaps of each format are read in a second. The last line of stdout is JSON.
import { parseArgs } from 'node:util'
import { print, runCommand, UsageError } from './command-line.ts'
import { type FormatSpeed, measureReading } from './import-bench/measure-reading.ts'

const usage = `Измеряет, сколько дорожных карт каждого формата читается за секунду, на составленных документах.

  npm run bench:import -- [--documents 20]      документов каждого формата

Последняя строка вывода — JSON.`

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { documents: { type: 'string', default: '20' } } })
  const count = Number(values.documents)
  if (!Number.isInteger(count) || count < 1) throw new UsageError('--documents: нужно целое число от 1.')
  print(tableLine('формат', 'в секунду', 'мс', 'дольше всех', 'КБ'))
  const speeds: FormatSpeed[] = []
  for await (const speed of measureReading(count)) {
    speeds.push(speed)
    print(
      tableLine(
        speed.format,
        speed.documentsPerSecond.toFixed(0),
        speed.meanMs.toFixed(1),
        speed.slowestMs.toFixed(1),
        (speed.meanBytes / 1024).toFixed(1),
      ),
    )
  }
  const seconds = speeds.reduce((sum, speed) => sum + (speed.meanMs * speed.documents) / 1000, 0)
  const documents = speeds.reduce((sum, speed) => sum + speed.documents, 0)
  const formats = Object.fromEntries(
    speeds.map((speed) => [speed.format, Math.round(speed.documentsPerSecond)]),
  )
  print(JSON.stringify({ documents, documentsPerSecond: Math.round(documents / seconds), formats }))
  return 0
})

function tableLine(format: string, ...figures: string[]): string {
  return [format.padEnd(32), ...figures.map((figure) => figure.padStart(12))].join('')
}
