import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, ORIGIN, type AccessFixture } from './access-fixture.ts'
import { endWithSession } from './end-with-session.ts'

let fixture: AccessFixture
let app: Hono
let cancelled: boolean

beforeEach(() => {
  fixture = createAccessFixture()
  cancelled = false
  app = new Hono()
  app.use(endWithSession(fixture.access))
  app.get('/events', () => {
    const body = new ReadableStream<Uint8Array>({
      start: (pen) => pen.enqueue(new TextEncoder().encode('event: welcome\n\n')),
      cancel: () => void (cancelled = true),
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  })
  app.get('/text', () => new Response('plain'))
})

afterEach(() => fixture.close())

async function openEvents(headers: Record<string, string>) {
  const response = await app.request(`${ORIGIN}/events`, { headers })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('no body')
  return reader
}

test('signing out ends the event stream of the session', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const reader = await openEvents({ cookie })
  expect((await reader.read()).done).toBe(false)
  const next = reader.read()
  await fixture.post('/v1/auth/logout', {}, { cookie })
  expect((await next).done).toBe(true)
  expect(cancelled).toBe(true)
})

test('revoking a token ends its streams, and not those of others', async () => {
  const { accounts } = fixture.access
  const revoked = await openEvents({ authorization: `Bearer ${accounts.addToken('первый', 'viewer')}` })
  const kept = await openEvents({ authorization: `Bearer ${accounts.addToken('второй', 'viewer')}` })
  await revoked.read()
  await kept.read()
  accounts.revokeToken('первый')
  expect((await revoked.read()).done).toBe(true)
  expect(await Promise.race([kept.read(), Promise.resolve('still open')])).toBe('still open')
})

test('who stops reading ends the stream in the lake, also for strangers', async () => {
  const reader = await openEvents({})
  await reader.read()
  await reader.cancel()
  expect(cancelled).toBe(true)
})

test('other answers pass untouched', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  expect(await (await app.request(`${ORIGIN}/text`, { headers: { cookie } })).text()).toBe('plain')
})
