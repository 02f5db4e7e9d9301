import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type ClientConfig, type SanityClient } from '@sanity/client'
import { pino } from 'pino'
import type { Role } from './access/identity.ts'
import { openLake, type Lake, type LakeOptions } from './create-lake.ts'

export const ORIGIN = 'http://lake.test'

export interface LakeFixture {
  lake: Lake
  dataDir: string
  /** What the lake wrote to its log, as JSON lines. */
  logged: string[]
  /** A client of the real library, in process; anonymous without a role. */
  client(role?: Role, config?: ClientConfig): SanityClient
  /** A bare request, for what the client library would never send. */
  request(role: Role | null, path: string, init?: RequestInit): Promise<Response>
  /** Closes the lake and opens it again on the same folder. */
  reopen(): Promise<void>
  close(): Promise<void>
}

/** For tests: an open lake in a folder of its own, with a token for each role. */
export async function createLakeFixture(
  options: Pick<
    LakeOptions,
    'publicView' | 'publicViewModule' | 'addressOf' | 'allowedOrigins' | 'limits'
  > = {},
): Promise<LakeFixture> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-lake-'))
  const logged: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const open = () => openLake({ dataDir, projectId: 'local', dataset: 'production', logger, ...options })
  let lake = await open()
  const tokens = {
    viewer: lake.accounts.addToken('viewer', 'viewer'),
    editor: lake.accounts.addToken('editor', 'editor'),
    administrator: lake.accounts.addToken('administrator', 'administrator'),
  }

  return {
    get lake() {
      return lake
    },
    dataDir,
    logged,
    client: (role, config = {}) =>
      createClient({
        projectId: 'local',
        dataset: 'production',
        apiVersion: '2025-02-19',
        apiHost: ORIGIN,
        useProjectHostname: false,
        useCdn: false,
        maxRetries: 0,
        ...(role && { token: tokens[role] }),
        resolveFetch: () => (url, init) => lake.fetch(new Request(url, toRequestInit(init))),
        ...config,
      }),
    request(role, path, init = {}) {
      const headers = new Headers(init.headers)
      if (role) headers.set('authorization', `Bearer ${tokens[role]}`)
      return lake.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }))
    },
    async reopen() {
      await lake.close()
      lake = await open()
    },
    async close() {
      await lake.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** Bodies of the client library may be streams, which a request takes in one direction only. */
export function toRequestInit(init: object | undefined): RequestInit & { duplex: 'half' } {
  return { ...init, duplex: 'half' }
}
