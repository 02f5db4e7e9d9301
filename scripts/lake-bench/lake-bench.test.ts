import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLake, type Lake } from '#lake/create-lake.ts'
import { makeDocuments } from './make-documents.ts'
import { percentile, timePlainly, timeShape } from './measure-queries.ts'
import { measureWrites, type Call } from './measure-writes.ts'
import { listShapes } from './query-shapes.ts'

const COUNT = 400

let lake: Lake
let dataDir: string
let call: Call

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kopilka-bench-'))
  lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
  const headers = { authorization: `Bearer ${lake.accounts.addToken('bench', 'editor')}` }
  call = (path, init = {}) => lake.fetch(new Request(`http://lake.test/v1${path}`, { ...init, headers }))
  const mutations = [...makeDocuments(COUNT)].map((document) => ({ create: document }))
  await call('/data/mutate/production', { method: 'POST', body: JSON.stringify({ mutations }) })
})

afterAll(async () => {
  await lake.close()
  rmSync(dataDir, { recursive: true })
})

test('documents are about 3 KB, refer to each other and are the same each time', () => {
  const documents = [...makeDocuments(COUNT)]
  expect(documents).toEqual([...makeDocuments(COUNT)])
  const size = Buffer.byteLength(JSON.stringify(documents)) / COUNT
  expect(size).toBeGreaterThan(2_500)
  expect(size).toBeLessThan(3_500)
})

test.each(listShapes(COUNT))('$name is answered', async ({ name, query, params, perspective }) => {
  const response = await call(`/data/query/production?perspective=${perspective}`, {
    method: 'POST',
    body: JSON.stringify({ query, params }),
  })
  expect(response.status).toBe(200)
  const { result }: { result: unknown } = await response.json()
  // No canvas and no release was ever made here.
  const isEmpty = name === 'canvases of a document' || name === 'releases'
  expect(JSON.stringify(result)).toMatch(isEmpty ? /^\[\]$/ : /bench-|^\d+$|^(true|false)$/)
})

test('times are in order, and none is missing', async () => {
  const [shape] = listShapes(COUNT)
  if (!shape) throw new Error('There are no shapes')
  const times = await timeShape(shape, async () => undefined, 20)
  expect(times).toHaveLength(20)
  expect(percentile(times, 0.5)).toBeLessThanOrEqual(percentile(times, 0.99))
  expect(await timePlainly(shape, [...makeDocuments(10)])).toBeGreaterThan(0)
})

test('writes are told to the listeners', async () => {
  const written = await measureWrites(call, ['bench-1', 'bench-2', 'bench-1'], 3)
  expect(written.writesPerSecond).toBeGreaterThan(0)
  expect(written.listenerDelayP99Ms).toBeGreaterThanOrEqual(0)
})
