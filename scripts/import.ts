// npm run import: roadmap files become drafts, with a report of what was read and what needs a person.
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatCount } from '#content/text/plurals.ts'
import { print, runCommand, say, UsageError } from './command-line.ts'
import { readEnvironment } from './environment.ts'
import { describeReading } from './roadmap-import/describe-reading.ts'
import { type ImportCounts, importFiles, type ImportTools } from './roadmap-import/import-files.ts'
import { ImportReport } from './roadmap-import/import-report.ts'
import { INTERRUPTED, onInterruption } from './roadmap-import/interruption.ts'
import { isFolder, listRoadmapFiles } from './roadmap-import/list-roadmap-files.ts'
import { Progress } from './roadmap-import/progress-line.ts'
import { RoadmapReader } from './roadmap-import/roadmap-reader.ts'

const usage = `Читает дорожные карты и делает из них черновики.

  npm run import -- ПАПКА                       все карты папки и вложенных папок, с отчётом
  npm run import -- ФАЙЛ…                       отдельные файлы
  npm run import -- ПАПКА --dry-run             только прочитать и составить отчёт
  npm run --silent import -- ФАЙЛ… --dry-run --json   разобранное в JSON, по одному в строке

--report ПАПКА   куда писать report.csv и report.json; без него — рядом с папкой, в ПАПКА-import
--again          прочитать заново и то, что уже загружено и не менялось

Прерванная загрузка (Ctrl-C) продолжается с того же места той же командой.
Код выхода: 0 — все файлы прочитаны, 1 — какие-то не прочитаны, не записаны или повторяют другие,
2 — неверный вызов, 130 — прервано.`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      again: { type: 'boolean' },
      report: { type: 'string' },
    },
  })
  if (positionals.length === 0) throw new UsageError('Укажите папку или файлы с дорожными картами.')
  if (values.json && !values['dry-run']) throw new UsageError('Параметр --json работает вместе с --dry-run.')
  if (values.report === '') throw new UsageError('У параметра --report нет папки.')
  const dryRun = values['dry-run'] ?? false
  const reportFolder = values.report ?? (values.json ? null : await defaultReportFolder(positionals))
  const files = await listRoadmapFiles(positionals, reportFolder)
  const { projectId, dataDir } = readEnvironment()
  const lakeName = projectId === 'local' ? dataDir : projectId
  const report =
    reportFolder === null ? null : await ImportReport.open(reportFolder, { lake: lakeName, dryRun })
  report?.keepOnly(new Set(files.map((file) => file.name)))

  const reader = new RoadmapReader()
  const interruption = onInterruption(() => reader.interrupt())
  const saving = dryRun ? null : await openSaving()
  try {
    const counts = await importFiles(files, {
      read: (task) => reader.read(task),
      save: saving?.save ?? null,
      progress: new Progress(files.length),
      memory: report ?? { find: () => undefined, add: async () => {} },
      again: values.again ?? false,
      stopped: interruption.requested,
      onRead: (file, { outline }) => {
        if (values.json) print(JSON.stringify(outline))
        else if (report === null) for (const line of describeReading(file.path, outline)) say(line)
      },
    })
    await report?.write(counts.done === files.length)
    if (!values.json) for (const line of summarize(counts, files.length, report)) print(line)
    if (interruption.requested()) return INTERRUPTED
    if (values.json) return counts.failed > 0 ? 1 : 0
    return needsPerson(counts, report) ? 1 : 0
  } finally {
    interruption.forget()
    reader.close()
    await saving?.close()
  }
})

/** Beside the folder that is imported; none for single files. */
async function defaultReportFolder(paths: readonly string[]): Promise<string | null> {
  const folders = await Promise.all(
    paths.map(async (path) => ((await isFolder(path)) ? [resolve(path)] : [])),
  )
  const first = folders.flat()[0]
  return first === undefined ? null : join(dirname(first), `${basename(first)}-import`)
}

/** The lake is opened only when something is to be written. */
async function openSaving(): Promise<{ save: NonNullable<ImportTools['save']>; close: () => Promise<void> }> {
  const [{ connectToLake }, { saveDrafts }] = await Promise.all([
    import('./connect.ts'),
    import('./roadmap-import/save-drafts.ts'),
  ])
  const lake = await connectToLake()
  return { save: (documents) => saveDrafts(lake.client, documents), close: () => lake.close() }
}

function needsPerson(counts: ImportCounts, report: ImportReport | null): boolean {
  const bad = new Set(['failed', 'duplicate', 'unsaved'])
  if (report) return report.records().some((record) => bad.has(record.outcome))
  return counts.failed + counts.duplicate + counts.unsaved > 0
}

function summarize(counts: ImportCounts, total: number, report: ImportReport | null): string[] {
  const parts: [number, string][] = [
    [counts.created, 'черновиков создано'],
    [counts.updated, 'черновиков обновлено'],
    [counts.read, 'прочитано без записи'],
    [counts.unchanged, 'пропущено без изменений'],
    [counts.duplicate, 'повторов'],
    [counts.unsaved, 'не записано'],
    [counts.failed, 'не прочитано'],
  ]
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${words}: ${count}`)
  const files = formatCount(total, ['файл', 'файла', 'файлов'])
  const left = total - counts.done
  return [
    `Всего ${files}${told.length > 0 ? `; ${told.join(', ')}` : ''}.`,
    ...(left > 0 ? [`Прервано: осталось ${left}. Та же команда продолжит с этого места.`] : []),
    ...(report ? [`Отчёт: ${report.csv} и ${report.json}`] : []),
  ]
}
