import { z } from 'zod'
import type { Lake } from '#lake/create-lake.ts'
import { CommandError } from '../command-line.ts'
import { lockDataFolder } from '../data-folder/folder-lock.ts'
import type { Environment } from '../environment.ts'
import { API_VERSION } from '../lake-access/api-version.ts'
import { openEmbeddedLake } from '../lake-access/embedded-lake.ts'
import { makeCountry } from './make-country.ts'
import type { CountrySize } from './make-country.ts'
import type { ScaleDocument } from './make-document.ts'

/** Documents of one transaction: each costs a flush to the disk. */
const DOCUMENTS_AT_ONCE = 1_000
const SAY_EVERY = 20_000

/** What to fill and how. */
export interface FillOptions {
  environment: Environment
  size: CountrySize
  /** Whether to write even when the lake has documents. */
  add: boolean
  say: (line: string) => void
  /** Stops after the transaction at work. */
  signal: AbortSignal
}

/** What was written. */
export interface FillResult {
  documents: number
  seconds: number
  /** Whether it was stopped before the end. */
  stopped: boolean
}

/**
 * Writes a generated country into the lake of a data folder, each transaction whole and durable.
 * @throws {CommandError} when the lake has documents already and `add` is not set, or another process has the folder
 */
export async function fillLake({ environment, size, add, say, signal }: FillOptions): Promise<FillResult> {
  const unlock = lockDataFolder(environment.dataDir)
  const label = `наполнение ${process.pid}`
  const lake = await openEmbeddedLake(environment)
  try {
    const call = createCall(lake, lake.accounts.addToken(label, 'administrator'))
    if (!add) await refuseContent(call, environment.dataDir)
    return await write(call, size, say, signal)
  } finally {
    lake.accounts.revokeToken(label)
    await lake.close()
    unlock()
  }
}

type Call = (path: string, body?: unknown) => Promise<unknown>

async function write(
  call: Call,
  size: CountrySize,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<FillResult> {
  const begun = performance.now()
  let documents = 0
  let waiting: ScaleDocument[] = []
  async function send(): Promise<void> {
    const mutations = waiting.map((document) => ({ createOrReplace: document }))
    await call('/data/mutate/production?visibility=async', { mutations })
    const before = documents
    documents += waiting.length
    waiting = []
    if (Math.floor(before / SAY_EVERY) !== Math.floor(documents / SAY_EVERY))
      say(
        `Записано документов: ${documents}, ${Math.round((1000 * documents) / (performance.now() - begun))} в секунду`,
      )
    // Ctrl-C is heard only between turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const group of makeCountry(size)) {
    if (signal.aborted) break
    waiting.push(...group)
    if (waiting.length >= DOCUMENTS_AT_ONCE) await send()
  }
  if (waiting.length > 0 && !signal.aborted) await send()
  return { documents, seconds: (performance.now() - begun) / 1000, stopped: signal.aborted }
}

async function refuseContent(call: Call, dataDir: string): Promise<void> {
  const answer = await call(`/data/query/production?query=${encodeURIComponent('count(*)')}`)
  const { result } = z.object({ result: z.number() }).parse(answer)
  if (result === 0) return
  throw new CommandError(
    `В озере папки ${dataDir} уже есть документы: ${result}. Укажите пустую папку (--data ПАПКА) или, чтобы дописать к тому, что есть, добавьте --add.`,
  )
}

function createCall(lake: Lake, token: string): Call {
  return async (path, body) => {
    const response = await lake.fetch(
      new Request(`http://localhost/v${API_VERSION}${path}`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      }),
    )
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
}
