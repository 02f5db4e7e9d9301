// npm start: the whole of Kopilka in one process, on one origin.
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { print, runCommand, say } from './command-line.ts'
import { readEnvironment } from './environment.ts'
import { startServer } from './server/start-server.ts'
import type { RunningServer } from './server/start-server.ts'

const usage = `Запускает Копилку: сайт, Студию и хранилище на одном адресе.

  npm start

Переменные: PORT (4321), KOPILKA_DATA (./.data), KOPILKA_EXAMPLES=0 (начать с пустого), KOPILKA_ORIGIN (публичный адрес),
KOPILKA_BACKUPS (./backups, папка ежедневных копий; 0 — не делать).`

/** After this long without an end the process is ended by force. */
const LONGEST_STOP_MS = 4000

await runCommand(usage, async (args) => {
  parseArgs({ args, options: {} })
  const stop = Promise.withResolvers<null>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.resolve(null))

  const starting = startServer(readEnvironment(), dirname(import.meta.dirname))
  const server = await Promise.race([starting, stop.promise])
  if (server !== null) {
    announce(server)
    await stop.promise
    say('Останавливаюсь…')
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    await server.close()
  }
})
// A start that failed or was stopped does not wait for programs that still build: nobody sees what is half written.
process.exit()

function announce({ url, origin, signInLink }: RunningServer): void {
  print(`ready ${url}`)
  print(`Сайт:     ${origin}/`)
  print(`Студия:   ${origin}/studio`)
  if (signInLink !== null) print(`Вход администратора (ссылка одноразовая, действует сутки): ${signInLink}`)
  print('Остановить: Ctrl+C')
}
