// npm run import: roadmap files become drafts, or outlines in JSON.
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { describeReading } from './roadmap-import/describe-reading.ts'
import { listRoadmapFiles } from './roadmap-import/list-roadmap-files.ts'
import { readRoadmapFile } from './roadmap-import/read-roadmap-file.ts'

const usage = `Читает дорожные карты и делает из них черновики.

  npm run import -- ФАЙЛ… [ПАПКА…]              черновики карт, организаций и людей
  npm run import -- ФАЙЛ… --dry-run             только показать, что прочитано
  npm run --silent import -- ФАЙЛ… --dry-run --json   разобранное в JSON, по одному в строке`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  })
  if (positionals.length === 0) throw new UsageError('Укажите файлы с дорожными картами.')
  if (values.json && !values['dry-run']) throw new UsageError('Параметр --json работает вместе с --dry-run.')
  const save = values['dry-run'] ? null : await openSaving()
  let failed = 0
  try {
    for (const file of await listRoadmapFiles(positionals)) {
      const result = await readRoadmapFile(file)
      if ('problem' in result) {
        failed += 1
        say(`${file}: ${result.problem}`)
        continue
      }
      if (values.json) print(JSON.stringify(result.reading.outline))
      else for (const line of describeReading(file, result.reading.outline)) say(line)
      await save?.one(file, result.reading)
    }
  } finally {
    await save?.close()
  }
  return failed === 0 ? 0 : 1
})

/** The lake is opened only when something is to be written. */
async function openSaving(): Promise<{
  one: (file: string, reading: RoadmapReading) => Promise<void>
  close: () => Promise<void>
}> {
  const [{ connectToLake }, { saveDrafts }] = await Promise.all([
    import('./connect.ts'),
    import('./roadmap-import/save-drafts.ts'),
  ])
  const lake = await connectToLake()
  return {
    close: () => lake.close(),
    one: async (file, reading) => {
      const documents = outlineToDocuments(reading, { fallbackName: basename(file, extname(file)) })
      const saved = await saveDrafts(lake.client, documents)
      print(`${saved.updated ? 'Черновик обновлён' : 'Черновик создан'}: ${documents.roadmap.title}`)
      if (saved.created.length > 0) say(`  Новые записи: ${saved.created.join('; ')}`)
    },
  }
}
