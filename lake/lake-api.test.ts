import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from './lake-fixture.ts'
import { DEFAULT_LIMITS } from './limits/limits.ts'
import { MISSING_FUNCTIONS } from './query/missing-functions.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', 'docs', 'lake-api.md'), 'utf8')
const STATES = ['supported', 'differs', 'not supported']

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture()
})

afterAll(() => fixture.close())

/** The rows of the tables whose first column has this heading. */
function rowsOf(heading: string): { name: string; state: string; note: string }[] {
  const rows: { name: string; state: string; note: string }[] = []
  let inside = false
  for (const line of PAGE.split('\n')) {
    const [, name, state = '', note = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
    if (name === undefined || name.startsWith('---')) inside &&= name !== undefined
    else if (inside) rows.push({ name, state, note })
    else inside = name === heading
  }
  return rows
}

const code = (cell: string) => /`([^`]+)`/.exec(cell)?.[1]?.replaceAll('\\|', '|') ?? ''

test('every route has a row, and every row a route', () => {
  const documented = rowsOf('endpoint').map(({ name }) => code(name))
  expect(documented.toSorted()).toEqual([...fixture.lake.routes].toSorted())
})

test.each(['what', 'endpoint', 'parameter', 'function', 'operator', 'mutation', 'action'])(
  'every row of "%s" says what state it is in',
  (heading) => {
    const rows = rowsOf(heading)
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([])
  },
)

test.each([...rowsOf('function'), ...rowsOf('operator')])('$name: $state', async ({ state, note }) => {
  const query = encodeURIComponent(code(note))
  const response = await fixture.request('viewer', `/v2025-02-19/data/query/production?query=${query}`)
  expect({ status: response.status, told: await response.text() }).toMatchObject({
    status: state === 'not supported' ? 400 : 200,
  })
})

const number = (value: number) => value.toLocaleString('en')

test('the limits are those of the lake', () => {
  const told = new Map(rowsOf('limit').map(({ name, state, note }) => [name, `${state} ${note}`]))
  const limits: [name: string, ...parts: string[]][] = [
    ['characters of a query', number(DEFAULT_LIMITS.queryLength)],
    ['brackets of a query within each other', number(DEFAULT_LIMITS.queryDepth)],
    ['time of a query', `${DEFAULT_LIMITS.queryTimeMs / 1_000} s`, `${DEFAULT_LIMITS.quickTimeMs / 100} s`],
    ["time of a mutation's query", `${DEFAULT_LIMITS.mutationQueryTimeMs / 1_000} s`],
    ["time of a listener's filter", `${DEFAULT_LIMITS.filterTimeMs} ms`],
    ['characters of a result', number(DEFAULT_LIMITS.resultLength)],
    [
      'long queries at once',
      number(DEFAULT_LIMITS.slowQueries),
      `${DEFAULT_LIMITS.waitingQueries} more wait, ${DEFAULT_LIMITS.waitingQueriesOfClient} of them`,
    ],
    [
      'requests of a client for queries',
      `${number(DEFAULT_LIMITS.requestsPerSecond)} a second`,
      `${number(DEFAULT_LIMITS.requestsAtOnce)} at once`,
    ],
    [
      'event streams',
      number(DEFAULT_LIMITS.streams),
      `${number(DEFAULT_LIMITS.streamsOfClient)} of one client`,
    ],
  ]
  for (const [name, ...parts] of limits) for (const part of parts) expect(told.get(name)).toContain(part)
})

test('every missing function is named', () => {
  const named = rowsOf('function').flatMap(({ name, state }) => (state === 'not supported' ? code(name) : []))
  const missing = Object.entries(MISSING_FUNCTIONS).flatMap(([namespace, names]) =>
    names.map((name) => `${namespace}::${name}`),
  )
  expect(named.toSorted()).toEqual(missing.toSorted())
})

async function refusal(path: string, body: unknown): Promise<string> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fixture.request('editor', `/v2025-02-19${path}`, init)
  expect(response.status).toBe(400)
  return response.text()
}

test.each(rowsOf('action'))('$name: $state', async ({ name, state }) => {
  const told = await refusal('/data/actions/production', { actions: [{ actionType: code(name) }] })
  expect(told).toContain(state === 'not supported' ? 'is not supported by this lake' : 'is malformed')
})

test('every mutation is named', async () => {
  const told = await refusal('/data/mutate/production', { mutations: [{}] })
  const names = rowsOf('mutation').map(({ name }) => code(name))
  expect(told).toContain(`exactly one of ${names.toSorted().join(', ')}, `)
})
