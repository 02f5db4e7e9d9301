import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { createWriteQueue, type WriteQueue } from './write-queue.ts'

let database: DatabaseSync
let queue: WriteQueue
let told: string[]

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE a (n INTEGER UNIQUE) STRICT')
  told = []
  queue = createWriteQueue(database, () => void told.push('rolled back'))
})

const rows = () =>
  database
    .prepare('SELECT n FROM a ORDER BY n')
    .all()
    .map(({ n }) => n)

function insert(n: number) {
  return queue.run({
    prepare: () => {
      if (n < 0) throw new Error(`${n} is refused`)
      return n
    },
    write: () => void database.prepare('INSERT INTO a VALUES (?)').run(n),
    announce: () => void told.push(`${n} when ${rows().length} are there`),
  })
}

test('jobs that wait together are announced in order, once all are durable', async () => {
  expect(await Promise.all([insert(3), insert(1), insert(2)])).toEqual([3, 1, 2])
  expect(told).toEqual(['3 when 3 are there', '1 when 3 are there', '2 when 3 are there'])
})

test('a job that refuses fails alone', async () => {
  const outcomes = await Promise.allSettled([insert(1), insert(-1), insert(2)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(rows()).toEqual([1, 2])
})

test('a write that fails takes its batch back, and nobody is told', async () => {
  await insert(1)
  const outcomes = await Promise.allSettled([insert(-1), insert(2), insert(1)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(outcomes[0]).toMatchObject({ reason: { message: '-1 is refused' } })
  expect(rows()).toEqual([1])
  expect(told).toEqual(['1 when 1 are there', 'rolled back'])
  await insert(2)
  expect(rows()).toEqual([1, 2])
})

test('more jobs than fit one batch are all done, in order', async () => {
  await Promise.all(Array.from({ length: 450 }, (_, n) => insert(n)))
  expect(rows()).toHaveLength(450)
  expect(told.map((line) => Number.parseInt(line, 10))).toEqual(Array.from({ length: 450 }, (_, n) => n))
})

const FILL = `
  WITH RECURSIVE series(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM series LIMIT 100000)
  INSERT INTO a SELECT n FROM series`

test('a full disk is told as such, and reading goes on', async () => {
  await insert(1)
  database.exec('PRAGMA max_page_count = 10')
  const filling = queue.run({
    prepare: () => null,
    write: () => database.exec(FILL),
    announce: () => {},
  })
  await expect(filling).rejects.toMatchObject({
    status: 503,
    message: expect.stringContaining('disk is full'),
  })
  expect(rows()).toEqual([1])
})

test('closing does what waits and takes no more', async () => {
  const waiting = insert(1)
  queue.close()
  await waiting
  expect(rows()).toEqual([1])
  await expect(insert(2)).rejects.toMatchObject({ status: 503 })
})
