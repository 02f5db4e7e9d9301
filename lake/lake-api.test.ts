import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from './lake-fixture.ts'
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

test.each(['what', 'endpoint', 'parameter', 'function', 'mutation', 'action'])(
  'every row of "%s" says what state it is in',
  (heading) => {
    const rows = rowsOf(heading)
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([])
  },
)

test.each(rowsOf('function'))('$name: $state', async ({ state, note }) => {
  const query = encodeURIComponent(code(note))
  const response = await fixture.request('viewer', `/v2025-02-19/data/query/production?query=${query}`)
  expect({ status: response.status, told: await response.text() }).toMatchObject({
    status: state === 'not supported' ? 400 : 200,
  })
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
