import type { SanityClient } from '@sanity/client'
import { lockDataFolder } from './data-folder/folder-lock.ts'
import { readRunFile } from './data-folder/run-file.ts'
import { readEnvironment } from './environment.ts'
import { clientInProcess, openEmbeddedLake } from './lake-access/embedded-lake.ts'
import { clientOfHostedLake, clientOfServer } from './lake-access/network-client.ts'

/** A client that may read and write everything. */
export interface LakeConnection {
  client: SanityClient
  /** Ends the connection; without it the process may not end. */
  close(): Promise<void>
}

/**
 * Connects a command to the lake the environment names: to the server that runs on the data folder, else to the
 * folder itself, opened in this process; with a project id of its own to Sanity's hosted lake.
 *
 * @throws {CommandError} when another command has the folder, or the hosted lake has no token
 */
export async function connectToLake(environment = readEnvironment()): Promise<LakeConnection> {
  if (environment.projectId !== 'local') {
    return { client: clientOfHostedLake(environment), close: async () => {} }
  }
  const server = readRunFile(environment.dataDir)
  if (server !== null) return { client: clientOfServer(server, environment), close: async () => {} }

  const unlock = lockDataFolder(environment.dataDir)
  const lake = await openEmbeddedLake(environment)
  const label = `команда ${process.pid}`
  const token = lake.accounts.addToken(label, 'administrator')
  return {
    client: clientInProcess(lake, environment, token),
    async close() {
      lake.accounts.revokeToken(label)
      await lake.close()
      unlock()
    },
  }
}
