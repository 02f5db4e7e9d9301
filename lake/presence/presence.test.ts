import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSocketFixture, type SocketFixture, type TestSocket } from '../sockets/socket-fixture.ts'
import { readPresenceCall } from './presence-call.ts'

const PATH = '/v2022-06-30/socket/production?tag=sanity.studio'
const LOCATIONS = [
  { type: 'document', documentId: 'practice-1', path: ['title'], lastActiveAt: '2026-09-01' },
]

let fixture: SocketFixture

beforeEach(async () => {
  fixture = await createSocketFixture(async () => new Response(null, { status: 404 }), {
    mayKnow: ({ name }, documentId) => name !== 'boris' || !documentId.startsWith('hidden'),
  })
})

afterEach(() => fixture.stop())

/** A Studio tab that speaks as the Studio's own presence client does. */
async function openTab(headers: Record<string, string>) {
  const socket = fixture.connect(PATH, headers)
  await socket.opened
  let lastId = 0
  return {
    ...socket,
    async call(method: string, params: Record<string, unknown> = {}) {
      const id = `request-${(lastId += 1)}`
      socket.send({ jsonrpc: '2.0', method, params: { ...params, apiVersion: 'v1' }, id })
      const answer = JSON.parse(await socket.next())
      expect(answer).toMatchObject({ jsonrpc: '2.0', id })
      return answer.result ?? answer.error
    },
  }
}

async function nextEvent(tab: TestSocket): Promise<unknown> {
  const message = JSON.parse(await tab.next())
  expect(message).toMatchObject({ jsonrpc: '2.0', method: 'presence_subscription' })
  expect(message.params.subscription).toMatch(/^[\w-]{36}$/)
  return message.params.result
}

test('two editors see each other come, move and go', async () => {
  const anna = await openTab({ cookie: await fixture.signIn('anna', 'editor') })
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'viewer') })
  const [annaId, borisId] = fixture.access.accounts.listUsers().map(({ id }) => id)
  await anna.call('presence_subscribe')
  await boris.call('presence_subscribe')

  await boris.call('presence_rollcall', { session: 'tab-b' })
  expect(await nextEvent(anna)).toEqual({ type: 'rollCall', i: borisId, session: 'tab-b' })
  await anna.call('presence_announce', { data: { locations: LOCATIONS, sessionId: 'tab-a' } })
  expect(await nextEvent(boris)).toEqual({
    type: 'state',
    i: annaId,
    m: { sessionId: 'tab-a', locations: LOCATIONS },
  })
  await anna.call('presence_disconnect', { session: 'tab-a' })
  expect(await nextEvent(boris)).toEqual({ type: 'disconnect', i: annaId, m: { session: 'tab-a' } })
})

test('nobody learns from others which hidden documents there are', async () => {
  const anna = await openTab({ cookie: await fixture.signIn('anna', 'editor') })
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'editor') })
  await boris.call('presence_subscribe')
  const hidden = { type: 'document', documentId: 'hidden-1', path: ['title'] }
  const odd = { type: 'document', documentId: { $: 'hidden-1' } }
  const locations = [hidden, ...LOCATIONS, odd, { type: 'tool' }]
  await anna.call('presence_announce', { data: { locations, sessionId: 'tab-a' } })
  const event = JSON.stringify(await nextEvent(boris))
  expect(event).toContain('practice-1')
  expect(event).not.toContain('hidden-1')
})

test('whose connection breaks is gone for the others', async () => {
  const anna = await openTab({ cookie: await fixture.signIn('anna', 'editor') })
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'editor') })
  await boris.call('presence_subscribe')
  await anna.call('presence_announce', { data: { locations: [], sessionId: 'tab-a' } })
  expect(await nextEvent(boris)).toMatchObject({ type: 'state' })
  anna.socket.terminate()
  expect(await nextEvent(boris)).toMatchObject({ type: 'disconnect', m: { session: 'tab-a' } })
})

test('nobody speaks for another', async () => {
  const anna = await openTab({ cookie: await fixture.signIn('anna', 'editor') })
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'editor') })
  await anna.call('presence_announce', { data: { locations: [], sessionId: 'tab-a' } })
  await anna.call('presence_subscribe')
  expect(await boris.call('presence_announce', { data: { locations: [], sessionId: 'tab-a' } })).toBe(false)
  expect(await boris.call('presence_disconnect', { session: 'tab-a' })).toBe(false)
  await boris.call('presence_rollcall', { session: 'tab-b', i: 'somebody-else' })
  expect(await nextEvent(anna)).toMatchObject({ type: 'rollCall', session: 'tab-b' })
})

test('after a reconnect the session goes on in the new socket', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const before = await openTab({ cookie })
  const after = await openTab({ cookie })
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'editor') })
  await before.call('presence_announce', { data: { locations: [], sessionId: 'tab-a' } })
  await after.call('presence_announce', { data: { locations: [], sessionId: 'tab-a' } })
  await boris.call('presence_subscribe')
  before.socket.terminate()
  await before.closed
  await after.call('presence_rollcall', { session: 'tab-a' })
  expect(await nextEvent(boris)).toMatchObject({ type: 'rollCall' })
})

test('who has unsubscribed hears nothing', async () => {
  const anna = await openTab({ cookie: await fixture.signIn('anna', 'editor') })
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'editor') })
  const subscriptionId = await anna.call('presence_subscribe')
  await anna.call('presence_unsubscribe', { subscriptionId })
  await boris.call('presence_rollcall', { session: 'tab-b' })
  expect(await anna.call('presence_rollcall', { session: 'tab-a' })).toBe(true)
})

test('a token may be shown after connecting', async () => {
  const token = fixture.access.accounts.addToken('проверка', 'viewer')
  const tab = await openTab({})
  expect(await tab.call('authorization', { authorization: `Bearer ${token}` })).toBe('authorized')
  expect(await tab.call('presence_rollcall', { session: 'tab' })).toBe(true)
  fixture.access.accounts.revokeToken('проверка')
  expect(await tab.closed).toBe(4001)
})

test('showing the token again interrupts nothing, and nobody changes seats', async () => {
  const { accounts } = fixture.access
  const authorization = `Bearer ${accounts.addToken('первый', 'viewer')}`
  const another = `Bearer ${accounts.addToken('второй', 'viewer')}`
  const tab = await openTab({})
  const boris = await openTab({ cookie: await fixture.signIn('boris', 'editor') })
  await tab.call('authorization', { authorization })
  await tab.call('presence_subscribe')
  await tab.call('authorization', { authorization })
  await boris.call('presence_rollcall', { session: 'tab-b' })
  expect(await nextEvent(tab)).toMatchObject({ type: 'rollCall' })
  expect(await tab.call('authorization', { authorization: another })).toMatchObject({ code: 4001 })
  await boris.call('presence_rollcall', { session: 'tab-b' })
  expect(await nextEvent(tab)).toMatchObject({ type: 'rollCall' })
})

test.each([
  ['says nothing of itself', {}, 'presence_subscribe', {}],
  ['shows a forged token', {}, 'authorization', { authorization: 'Bearer forged' }],
  ['has a forged cookie', { cookie: 'kopilka_session=forged' }, 'presence_rollcall', { session: 's' }],
])('who %s gets no answer, and is shown out in time', async (_name, headers, method, params) => {
  const tab = await openTab({ ...headers })
  expect(await tab.call(method, params)).toMatchObject({ code: 4001 })
  expect(await tab.closed).toBe(4001)
})

test('signing out closes the socket', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const tab = await openTab({ cookie })
  await fixture.post('/v1/auth/logout', {}, { cookie })
  expect(await tab.closed).toBe(4001)
})

test('a flood of messages ends the socket', async () => {
  const tab = await openTab({ cookie: await fixture.signIn('anna', 'editor') })
  for (let count = 0; count < 201; count += 1) tab.send('{}')
  expect(await tab.closed).toBe(4429)
})

test.each([
  ['not JSON', -32700, null],
  ['{"id":1}', -32600, 1],
  ['[]', -32600, null],
  ['{"id":1,"method":"mutate"}', -32601, 1],
  ['{"id":1,"method":"presence_rollcall"}', -32602, 1],
  ['{"id":1,"method":"presence_announce","params":{"data":{"sessionId":"s","locations":"all"}}}', -32602, 1],
])('%s is answered with error %d', (text, code, id) => {
  expect(readPresenceCall(text)).toMatchObject({ fault: { code, id } })
})
