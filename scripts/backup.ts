// npm run backup: one folder with everything that cannot be made again, also while the server runs.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nameOfCopy } from './backups/copy-name.ts'
import { writeBackup } from './backups/write-backup.ts'
import { UsageError, print, runCommand } from './command-line.ts'
import { readEnvironment } from './environment.ts'

const usage = `Резервная копия: документы с историей, учётные записи, загруженные файлы. Сервер можно не останавливать.

  npm run backup                папка backups/<время> рядом с проектом
  npm run backup -- --out ПАПКА
  npm run backup -- --earlier КОПИЯ   не копировать ещё раз файлы, которые есть в этой копии (на том же диске)

Пока работает npm start, копии делаются раз в сутки сами, в backups/daily.`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, earlier: { type: 'string' } },
  })
  if (positionals.length > 0) throw new UsageError(`Лишнее слово: «${positionals.join(' ')}».`)
  const now = new Date()
  const { dataDir, backupDir } = readEnvironment()
  const out = resolve(values.out ?? join(backupDir, nameOfCopy(now)))
  const earlier = values.earlier === undefined ? undefined : resolve(values.earlier)
  const { files } = await writeBackup(dataDir, out, now, earlier)
  print(`Копия готова: ${out}. Файлов: ${files.length}. Контрольные суммы — в manifest.json.`)
})
