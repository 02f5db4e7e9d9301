// npm run restore: brings a backup back and proves it by hashes.
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openAccess } from '#lake/access/open-access.ts'
import { CONSOLE } from '#lake/audit/audit-log.ts'
import { restoreBackup } from './backups/restore-backup.ts'
import { UsageError, print, runCommand } from './command-line.ts'
import { readEnvironment } from './environment.ts'

const usage = `Восстановление из резервной копии. Сервер нужно остановить.

  npm run restore -- ПАПКА            в пустую папку данных
  npm run restore -- ПАПКА --force    вместо данных, что есть: прежние останутся рядом`

await runCommand(usage, async (args) => {
  const options = { force: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [folder, ...rest] = positionals
  if (folder === undefined || rest.length > 0) throw new UsageError('Укажите одну папку с резервной копией.')
  const { dataDir } = readEnvironment()
  const result = await restoreBackup(resolve(folder), dataDir, { force: values.force, now: new Date() })
  recordRestore(dataDir, basename(folder))
  print(`Восстановлено в ${dataDir}. Файлов: ${result.files}, байт: ${result.bytes}; все совпали с копией.`)
  if (result.setAside !== null) print(`Прежние данные лежат в ${result.setAside}.`)
})

/** Tells the administrators, in the log that came with the backup. */
function recordRestore(dataDir: string, backup: string): void {
  const access = openAccess({ dataDir })
  try {
    access.audit.record({ kind: 'restored', actor: CONSOLE, subject: backup })
  } finally {
    access.close()
  }
}
