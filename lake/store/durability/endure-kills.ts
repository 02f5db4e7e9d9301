import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openLake } from '../../create-lake.ts'
import { openDatabase } from '../database.ts'
import { DATASET_MIGRATIONS } from '../dataset-schema.ts'
import { createDocumentStore } from '../documents.ts'
import { createTransactionStore } from '../transactions.ts'
import { createFollower } from './follow.ts'
import type { Follower } from './follow.ts'

const WRITER = fileURLToPath(new URL('write-until-killed.ts', import.meta.url))

/** What is left after a number of kills. */
export interface Endured {
  /** Numbers of the transactions that were acknowledged, of all processes. */
  acknowledged: readonly number[]
  /** What the database's own check said after each kill. */
  integrity: ReadonlySet<string>
  /** Numbers of the documents of each kind that the last start finds. */
  left: readonly number[]
  right: readonly number[]
  counter: Record<string, unknown> | undefined
  transactions: ReturnType<ReturnType<typeof createTransactionStore>['list']>
  follower: Follower
}

/**
 * Lets processes write into a lake, and kills each at another moment: while it starts, between two transactions, in
 * the middle of one. One listener follows them all.
 * @param random numbers from 0 to 1, the moments of the kills
 */
export async function endureKills(dataDir: string, kills: number, random: () => number): Promise<Endured> {
  const token = await createToken(dataDir)
  const follower = createFollower(token)
  const acknowledged: number[] = []
  const integrity = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    acknowledged.push(...(await writeAndKill({ dataDir, token, first: kill * 100_000, follower, random })))
    integrity.add(checkIntegrity(dataDir))
  }
  const { transactions, ...documents } = inspect(dataDir)
  const last = transactions.at(-1)
  const end = `${last?.id}#${last?.changes.at(-1)?.documentId}`
  await writeAndKill({
    dataDir,
    token,
    first: kills * 100_000,
    follower,
    random,
    until: () => follower.received.includes(end),
  })
  return { acknowledged, integrity, transactions, ...documents, follower }
}

interface Round {
  dataDir: string
  token: string
  /** Number of the first transaction. */
  first: number
  follower: Follower
  random: () => number
  /** Kills once it is true, instead of at a moment by chance. */
  until?: () => boolean
}

/** The transactions that a process acknowledged before it was killed. */
async function writeAndKill({ dataDir, token, first, follower, random, until }: Round): Promise<number[]> {
  const writer = spawn(process.execPath, [WRITER, dataDir, token, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(writer, 'exit')
  const enough = Math.floor(random() * 20)
  const acknowledged: number[] = []
  let following: Promise<void> | undefined
  async function kill(): Promise<void> {
    await delay(random() * 12)
    writer.kill('SIGKILL')
  }
  if (until === undefined && random() < 0.1) void delay(random() * 400).then(() => writer.kill('SIGKILL'))
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.startsWith('port ')) {
      const url = `http://127.0.0.1:${line.slice('port '.length)}`
      following = follower.listen(url, until).then(() => void writer.kill('SIGKILL'))
    } else acknowledged.push(Number(line))
    if (until === undefined && acknowledged.length === enough) void kill()
  }
  await exited
  await following
  return acknowledged
}

async function createToken(dataDir: string): Promise<string> {
  const lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
  const token = lake.accounts.addToken('writer', 'administrator')
  await lake.close()
  return token
}

function checkIntegrity(dataDir: string): string {
  const database = openDatabase(join(dataDir, 'lake.sqlite'), DATASET_MIGRATIONS)
  const rows = database.prepare('PRAGMA integrity_check').all()
  database.close()
  return rows.map((row) => String(row['integrity_check'])).join('; ')
}

/** Looks at the files as the next start would find them. */
function inspect(dataDir: string) {
  const database = openDatabase(join(dataDir, 'lake.sqlite'), DATASET_MIGRATIONS)
  const documents = createDocumentStore(database)
  const numbersOf = (type: string) =>
    documents
      .select({ types: [type] })
      .map(({ n }) => Number(n))
      .toSorted((one, other) => one - other)
  const found = {
    left: numbersOf('left'),
    right: numbersOf('right'),
    counter: documents.get('counter'),
    transactions: createTransactionStore(database).list({}),
  }
  database.close()
  return found
}
