// npm run backup: one folder with everything that cannot be made again, also while the server runs.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from './backups/write-backup.ts'
import { UsageError, print, runCommand } from './command-line.ts'
import { readEnvironment } from './environment.ts'

const usage = `Резервная копия: документы с историей, учётные записи, загруженные файлы. Сервер можно не останавливать.

  npm run backup                папка backups/<время> рядом с проектом
  npm run backup -- --out ПАПКА`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' } },
  })
  if (positionals.length > 0) throw new UsageError(`Лишнее слово: «${positionals.join(' ')}».`)
  const now = new Date()
  const out = resolve(values.out ?? join('backups', now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')))
  const { files } = await writeBackup(readEnvironment().dataDir, out, now)
  print(`Копия готова: ${out}. Файлов: ${files.length}. Контрольные суммы — в manifest.json.`)
})
