// npm run bench:publish: how soon readers see what an editor publishes. The last line is JSON.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { connectToLake } from './connect.ts'
import { readEnvironment } from './environment.ts'
import { measurePublishing } from './publish-bench/measure-publishing.ts'
import { startServer } from './server/start-server.ts'

const usage = `Измеряет, как скоро опубликованное видно читателям: на странице, в поиске, после снятия.

  npm run bench:publish -- [--events ЧИСЛО]      на примерах; по умолчанию 20 публикаций`

await runCommand(usage, async (args) => {
  const { values } = parseArgs({ args, options: { events: { type: 'string', default: '20' } } })
  const events = Number(values.events)
  if (!Number.isInteger(events) || events < 1) throw new UsageError('--events: нужно целое число от 1.')
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-bench-'))
  const environment = {
    ...readEnvironment(),
    port: 0,
    dataDir,
    dailyBackups: false,
    examples: true,
    origin: undefined,
  }
  const server = await startServer(environment, dirname(import.meta.dirname))
  const lake = await connectToLake(environment)
  try {
    const measured = await measurePublishing(lake.client, server.url, events, {
      whenIdle: () => server.publisher.whenIdle(),
      say,
    })
    print(JSON.stringify(measured))
  } finally {
    await lake.close()
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
