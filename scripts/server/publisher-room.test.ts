import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { RollbackError } from '#publisher/release/rollback.ts'
import type { DocumentOnSite } from '#publisher/document-on-site.ts'
import { publisherRoom } from './publisher-room.ts'

const live: DocumentOnSite = {
  state: 'live',
  revision: 'r1',
  path: '/praktiki/chitaem/',
  updatedAt: '2026-09-01T09:00:00.000Z',
  problems: [],
  problem: null,
}
const failing = { ...live, problem: 'ENOSPC: no space left, write /srv/kopilka' }
const nowhere = { ...live, revision: 'r2', path: null, updatedAt: null }
const documents: Record<string, DocumentOnSite> = {
  live,
  failing,
  hidden: { ...nowhere, state: 'hidden' },
  rejected: { ...nowhere, state: 'rejected', problems: ['title: Нет названия'] },
}
const absent: DocumentOnSite = { ...nowhere, state: 'absent', revision: null }
const failure = {
  path: '/praktiki/chitaem/',
  problem: 'Error: x\n at file.js',
  since: '2026-09-01T09:00:00Z',
}

const people = {
  nobody: { role: 'anonymous', kind: 'anonymous' },
  reader: { role: 'viewer', kind: 'user' },
  editor: { role: 'editor', kind: 'user', scopes: [{}] },
  administrator: { role: 'administrator', kind: 'user' },
  headOfSchool: { role: 'administrator', kind: 'user', scopes: [{}] },
} as const
type Person = keyof typeof people

function room(person: Person | null) {
  const orders: string[] = []
  const recorded: string[] = []
  const handler = publisherRoom({
    publisher: {
      publicDir: import.meta.dirname,
      status: () => ({
        state: 'idle',
        release: '20260901T090000',
        held: null,
        notice: null,
        pages: 1,
        waiting: 0,
        pendingPages: 0,
        publishedAt: null,
        failures: [failure],
        rejected: [],
        problem: null,
      }),
      documentOnSite: async (id) => documents[id] ?? absent,
      releases: {
        list: async () => [],
        keep: async () => false,
        async rollBack(name) {
          if (name === 'none') throw new RollbackError('Выпуска none нет.')
          orders.push(name)
        },
        async resume() {
          orders.push('resume')
        },
      },
      wake: () => undefined,
    },
    identify: () => (person === null ? null : people[person]),
    sightOf: () => () => person !== 'editor' && person !== 'nobody',
    record: (_request, kind, subject) => recorded.push(`${kind} ${subject}`),
    webhookSecret: undefined,
    now: () => new Date(),
  })
  const app = new Hono().all('*', handler)
  const post = (body: string) => app.request('/publisher/releases', { method: 'POST', body })
  return { get: (path: string) => app.request(`/publisher/${path}`), post, orders, recorded }
}

test.each<Person | null>([null, 'nobody'])('%s learns nothing', async (person) => {
  expect((await room(person).get('status?id=live')).status).toBe(401)
})

test.each<[Person, string, DocumentOnSite | undefined]>([
  ['reader', 'live', live],
  ['reader', 'failing', { ...live, problem: 'Сайт сейчас не обновляется.' }],
  ['editor', 'live', live],
  ['editor', 'rejected', absent],
  ['editor', 'hidden', absent],
  ['reader', 'rejected', documents['rejected']],
  ['administrator', 'hidden', documents['hidden']],
  ['administrator', 'nothing', absent],
])('what %s learns of the document «%s»', async (person, id, expected) => {
  const response = await room(person).get(`status?id=${id}`)
  expect(response.headers.get('Cache-Control')).toContain('no-store')
  expect(await response.json()).toEqual(expected)
})

test.each(['', '?id=', '?id=a%20b', `?id=${'x'.repeat(300)}`])('status%s asks for nothing', async (query) => {
  expect((await room('reader').get(`status${query}`)).status).toBe(400)
})

test.each<[Person | null, number]>([
  [null, 403],
  ['nobody', 403],
  ['reader', 403],
  ['editor', 403],
  ['headOfSchool', 403],
  ['administrator', 200],
])('%s gets %i for the overview and for orders', async (person, status) => {
  const { get, post, orders, recorded } = room(person)
  const overview = await get('overview')
  expect(overview.status).toBe(status)
  expect((await overview.text()).includes(failure.path)).toBe(status === 200)
  expect((await post('{"action":"rollback","release":"20260901T090000"}')).status).toBe(status)
  expect((await post('{"action":"resume"}')).status).toBe(status)
  expect((await post('{"action":"keep"}')).status).toBe(status)
  expect(orders).toEqual(status === 200 ? ['20260901T090000', 'resume'] : [])
  expect(recorded).toEqual(status === 200 ? ['release-returned 20260901T090000', 'release-resumed '] : [])
})

test('a release that cannot be returned to is refused in words', async () => {
  const { post, recorded } = room('administrator')
  const response = await post('{"action":"rollback","release":"none"}')
  expect(recorded).toEqual([])
  expect([response.status, await response.json()]).toEqual([409, { error: 'Выпуска none нет.' }])
})

test.each(['', '{}', '{"action":"delete"}', '{"action":"rollback"}'])('%j is no order', async (body) => {
  expect((await room('administrator').post(body)).status).toBe(400)
})

test('there is nothing else', async () => {
  expect((await room('administrator').get('secrets')).status).toBe(404)
})
