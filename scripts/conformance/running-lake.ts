import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLake } from '#lake/create-lake.ts'
import { listen } from '../server/listen.ts'

/** Sends a request to the lake over HTTP. */
export type Call = (path: string, body: unknown) => Promise<Response>

/** Runs an empty lake in a temporary folder, reachable over HTTP, for as long as the work takes. */
export async function withRunningLake<Result>(work: (call: Call) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-conformance-'))
  const lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
  const listening = await listen((request) => lake.fetch(request), 0)
  const token = lake.accounts.addToken('conformance', 'editor')
  try {
    return await work((path, body) =>
      fetch(`http://127.0.0.1:${listening.port}/v2025-02-19${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  } finally {
    await listening.close()
    await lake.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
