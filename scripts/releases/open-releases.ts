import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openAccess } from '#lake/access/open-access.ts'
import { CONSOLE } from '#lake/audit/audit-log.ts'
import { contentRules } from '#publisher/documents/content-rules.ts'
import { openClosedReleases } from '#publisher/release/closed-releases.ts'
import type { ReleaseControl } from '#publisher/run-publisher.ts'
import { CommandError } from '../command-line.ts'
import { lockDataFolder } from '../data-folder/folder-lock.ts'
import { readRunFile } from '../data-folder/run-file.ts'
import type { RunningServer } from '../data-folder/run-file.ts'
import type { Environment } from '../environment.ts'

const kept = z.object({ name: z.string(), madeAt: z.string(), live: z.boolean(), followed: z.boolean() })
const answerSchema = z.object({ changed: z.boolean().default(false), releases: z.array(kept) })
const refusalSchema = z.object({ error: z.string() })

/** The releases of the environment's data folder: through the server that runs on it, else the folder itself. */
export function openReleases(environment: Environment): { releases: ReleaseControl; close: () => void } {
  const server = readRunFile(environment.dataDir)
  if (server !== null) return { releases: releasesOfServer(server), close: () => undefined }
  const { dataDir } = environment
  const unlock = lockDataFolder(dataDir)
  return {
    releases: recordOrders(
      openClosedReleases(dataDir, contentRules, () => new Date()),
      dataDir,
    ),
    close: unlock,
  }
}

/** The same, and the audit log of the folder tells what was done; a server writes its own. */
function recordOrders(releases: ReleaseControl, dataDir: string): ReleaseControl {
  const record = (kind: 'release-kept' | 'release-returned' | 'release-resumed', subject = '') => {
    // With a lake elsewhere there are no accounts here.
    if (!existsSync(join(dataDir, 'accounts.sqlite'))) return
    const access = openAccess({ dataDir })
    try {
      access.audit.record({ kind, actor: CONSOLE, subject })
    } finally {
      access.close()
    }
  }
  return {
    list: () => releases.list(),
    async keep() {
      const isKept = await releases.keep()
      if (isKept) record('release-kept')
      return isKept
    },
    async rollBack(name) {
      await releases.rollBack(name)
      record('release-returned', name)
    },
    async resume() {
      await releases.resume()
      record('release-resumed')
    },
  }
}

function releasesOfServer({ url, token }: RunningServer): ReleaseControl {
  async function ask(path: string, order?: object): Promise<z.infer<typeof answerSchema>> {
    const authorization = { Authorization: `Bearer ${token}` }
    const response = await fetch(`${url}/publisher/${path}`, {
      method: order === undefined ? 'GET' : 'POST',
      headers: order === undefined ? authorization : { ...authorization, 'Content-Type': 'application/json' },
      ...(order === undefined ? {} : { body: JSON.stringify(order) }),
    })
    if (response.status === 503) throw new CommandError('Сервер ещё запускается. Повторите через минуту.')
    const answer: unknown = await response.json()
    if (response.ok) return answerSchema.parse(answer)
    throw new CommandError(refusalSchema.parse(answer).error)
  }
  return {
    list: async () => (await ask('overview')).releases,
    keep: async () => (await ask('releases', { action: 'keep' })).changed,
    rollBack: async (release) => void (await ask('releases', { action: 'rollback', release })),
    resume: async () => void (await ask('releases', { action: 'resume' })),
  }
}
