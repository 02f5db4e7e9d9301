import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { apply } from '../mendoza/apply.ts'
import { openDatabase } from './database.ts'
import { DATASET_MIGRATIONS } from './dataset-schema.ts'
import { createDocumentStore } from './documents.ts'
import { createTransactionStore } from './transactions.ts'

const ROUNDS = 10
const WRITER = fileURLToPath(new URL('write-until-killed.ts', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'kopilka-durability-'))

afterAll(() => rmSync(dataDir, { recursive: true }))

/** Lets a process write until it has acknowledged `count` transactions, kills it, and tells the last acknowledged. */
async function writeAndKill(first: number, count: number): Promise<number> {
  const writer = spawn(process.execPath, [WRITER, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(writer, 'exit')
  let last = first - 1
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Math.max(last, Number(line))
    if (last >= first + count - 1) writer.kill('SIGKILL')
  }
  await exited
  return last
}

/** Looks at the files as the next start would find them. */
function inspect() {
  const database = openDatabase(join(dataDir, 'lake.sqlite'), DATASET_MIGRATIONS)
  const integrity = database.prepare('PRAGMA integrity_check').all()
  const documents = createDocumentStore(database)
  const pairs = documents.select({ types: ['pair'] }).map(({ n }) => Number(n))
  const counter = documents.get('counter')
  const transactions = createTransactionStore(database).list({})
  database.close()
  return { integrity, pairs: pairs.toSorted((one, other) => one - other), counter, transactions }
}

test('what was acknowledged survives a kill at any moment, whole', async () => {
  let acknowledged = -1
  let next = 0
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged = await writeAndKill(next, 1 + ((round * 7) % 20))
    const { integrity, pairs, counter } = inspect()
    expect(integrity).toEqual([{ integrity_check: 'ok' }])
    // A transaction more may be on disk than was acknowledged, but never half of one.
    expect(pairs).toEqual(Array.from({ length: pairs.length }, (_, index) => index))
    expect(pairs.length).toBeGreaterThan(acknowledged)
    expect(counter).toMatchObject({ n: pairs.length - 1 })
    next = pairs.length
  }
  const { transactions, counter } = inspect()
  expect(transactions.map(({ id }) => id)).toEqual(Array.from({ length: next }, (_, n) => `t${n}`))
  const ofCounter = transactions
    .flatMap(({ changes }) => changes)
    .filter(({ documentId }) => documentId === 'counter')
  const replayed = ofCounter.reduce<Record<string, unknown> | null>(
    (state, { effects }) => apply(state, effects.apply),
    null,
  )
  expect({ ...replayed, _rev: `t${next - 1}` }).toEqual(counter)
}, 120_000)
