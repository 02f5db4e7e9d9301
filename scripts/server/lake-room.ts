import type { SanityClient } from '@sanity/client'
import type { Server } from 'node:http'
import type { Lake } from '#lake/create-lake.ts'
import type { Accounts } from '#lake/access/accounts.ts'
import { say } from '../command-line.ts'
import { lockDataFolder } from '../data-folder/folder-lock.ts'
import { writeRunFile } from '../data-folder/run-file.ts'
import type { Environment } from '../environment.ts'
import { clientInProcess, openEmbeddedLake } from '../lake-access/embedded-lake.ts'

const TOKEN_LABEL = 'сервер Копилки (для команд этого компьютера)'

const DAY_MS = 24 * 60 * 60 * 1000

/** A server that is started anew every morning tidies up, too. */
const FIRST_SWEEP_MS = 10 * 60 * 1000

/** The embedded lake of a server. */
export interface LakeRoom {
  /** May read and write everything, past the network. */
  client: SanityClient
  accounts: Accounts
  fetch: Lake['fetch']
  sightOf: Lake['sightOf']
  record: Lake['record']
  /** Tells the commands of this machine that the server answers at this address. */
  announce(url: string): void
  close(): Promise<void>
}

/**
 * Opens the lake of the data folder for a server; WebSocket upgrades of the server go to it.
 * @throws {CommandError} when another process has the folder
 */
export async function openLakeRoom(
  environment: Environment,
  origin: string,
  server: Server,
): Promise<LakeRoom> {
  const { dataDir } = environment
  const unlock = lockDataFolder(dataDir)
  try {
    const lake = await openEmbeddedLake(environment, origin)
    const { accounts } = lake
    revokeServerTokens(accounts)
    const token = accounts.addToken(TOKEN_LABEL, 'administrator')
    lake.attach(server)
    let forgetAddress: (() => void) | undefined
    const sweep = () => void lake.sweepAssets().catch(reportSweep)
    const timers = [setTimeout(sweep, FIRST_SWEEP_MS).unref(), setInterval(sweep, DAY_MS).unref()]
    return {
      client: clientInProcess(lake, environment, token),
      accounts,
      fetch: (request, from) => lake.fetch(request, from),
      sightOf: (request) => lake.sightOf(request),
      record: (request, kind, subject) => lake.record(request, kind, subject),
      announce(url) {
        forgetAddress = writeRunFile(dataDir, { url, token })
        void lake.warmUp().catch(() => undefined)
      },
      async close() {
        forgetAddress?.()
        for (const timer of timers) clearTimeout(timer)
        revokeServerTokens(accounts)
        await lake.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function reportSweep(error: unknown): void {
  say(`Лишние файлы не убраны: ${error instanceof Error ? error.message : String(error)}`)
}

/** Also those of servers that were killed. */
function revokeServerTokens(accounts: Accounts): void {
  for (const { id, label } of accounts.listTokens()) if (label === TOKEN_LABEL) accounts.revokeToken(id)
}
