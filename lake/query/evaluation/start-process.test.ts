import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../limits/limits.ts'
import { openDatabase } from '../../store/database.ts'
import { DATASET_MIGRATIONS } from '../../store/dataset-schema.ts'
import { prepareIndexFile } from '../../store/search-index/index-writer.ts'
import { createPatientThreads } from './start-process.ts'
import type { QueryTask } from './task.ts'

const PROGRAM = fileURLToPath(new URL('patient-process.ts', import.meta.url))
const ALLOWANCE = { timeMs: 20_000, documents: 10, looks: 1_000 }
const IDENTITY = { id: 'me', name: 'me', email: '', role: 'viewer', kind: 'user' } as const
const ENDLESS = `{"a": [1, 2]}${'{"a": a + a}'.repeat(40)}{"n": count(a)}`

let folder: string
let children: ChildProcess[]
let errors: unknown[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopilka-patient-'))
  children = []
  errors = []
})

afterEach(() => rmSync(folder, { recursive: true }))

function start() {
  const files = { datasetPath: join(folder, 'lake.sqlite'), indexPath: join(folder, 'index.cache') }
  openDatabase(files.datasetPath, DATASET_MIGRATIONS).close()
  prepareIndexFile(files.indexPath)
  const place = { projectId: 'local', dataset: 'production', view: null, cacheSize: 1_000, niceness: 19 }
  const setting = { ...files, ...place, limits: DEFAULT_LIMITS }
  const [thread] = createPatientThreads(
    { settings: [setting], memoryMb: 64 },
    (error) => errors.push(error),
    forkProgram,
  )
  if (!thread) throw new Error('There is no thread')
  return thread
}

function forkProgram(): ChildProcess {
  const child = fork(PROGRAM, [], { execArgv: [], serialization: 'advanced' })
  children.push(child)
  return child
}

function ask(query: string): QueryTask {
  const request = { query, params: {} }
  return { request, identity: IDENTITY, perspective: 'raw', now: new Date(0), byKey: null }
}

test('a process that ends takes its queries along, and another one takes its place', async () => {
  const thread = start()
  const lost = thread.run(ask(ENDLESS), ALLOWANCE, 60_000)
  await once(children[0] ?? fail(), 'spawn')
  children[0]?.kill('SIGKILL')
  await expect(lost).rejects.toMatchObject({ status: 503 })
  expect(errors).toHaveLength(1)
  expect(await thread.run(ask('1 + 1'), ALLOWANCE, 60_000)).toMatchObject({ answer: { result: '2' } })
  expect(children).toHaveLength(2)
  await thread.close()
  expect(children.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL', 'SIGKILL'])
  await expect(thread.run(ask('1'), ALLOWANCE, 60_000)).rejects.toMatchObject({ status: 503 })
})

test('a query within a process is refused, stopped and passed on as in a thread', async () => {
  const thread = start()
  const run = (query: string, allowance = ALLOWANCE) => thread.run(ask(query), allowance, 60_000)
  expect(await run('geo::latLng(1, 2)')).toMatchObject({ refusal: { statusCode: 400 } })
  expect(await run(ENDLESS, { ...ALLOWANCE, timeMs: 5 })).toEqual({ late: true })
  expect(await run('*[_type == "a"]', { ...ALLOWANCE, documents: 0, looks: 0 })).toMatchObject({ answer: {} })
  await thread.close()
})

test('it ends with the program that started it', async () => {
  const thread = start()
  await thread.run(ask('1'), ALLOWANCE, 60_000)
  const child = children[0] ?? fail()
  const ended = once(child, 'exit')
  child.disconnect()
  expect(await ended).toEqual([0, null])
})

function fail(): never {
  throw new Error('No process was started')
}
