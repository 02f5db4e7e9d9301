import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccessFixture } from '../access/access-fixture.ts'
import { LakeError } from '../errors.ts'
import { createSocketFixture, type SocketFixture } from '../sockets/socket-fixture.ts'
import { readClientFrame } from './frames.ts'

const LISTEN = '/v1/data/listen/production'

// Long enough for a machine that is busy with other things.
const WAIT = { timeout: 10_000 } as const

let fixture: SocketFixture
/** What the lake was asked, and the pens of the streams it opened. */
let asked: Request[]
let pens: ReadableStreamDefaultController<Uint8Array>[]
let cancelled: number

beforeEach(async () => {
  asked = []
  pens = []
  cancelled = 0
  fixture = await createSocketFixture(answerAsLake)
})

afterEach(() => fixture.stop())

async function answerAsLake(request: Request, { access }: AccessFixture): Promise<Response> {
  asked.push(request)
  try {
    access.authenticate(request)
  } catch (error) {
    if (error instanceof LakeError) return Response.json(error.body, { status: error.status })
    throw error
  }
  if (request.url.includes('fail')) throw new Error('the lake is closed')
  const body = new ReadableStream<Uint8Array>({ start: (pen) => void pens.push(pen) })
  request.signal.addEventListener('abort', () => (cancelled += 1))
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

function write(pen: number, bytes: string | Uint8Array) {
  pens[pen]?.enqueue(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
}

async function nextFrame(socket: { next(): Promise<string> }): Promise<unknown> {
  return JSON.parse(await socket.next())
}

async function openSocket(headers: Record<string, string> = {}) {
  const socket = fixture.connect('/v1/streams', headers)
  await socket.opened
  return socket
}

test('streams come as head, data and end, apart from each other', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const socket = await openSocket({ cookie })
  socket.send({
    type: 'open',
    id: 1,
    url: `${LISTEN}?query=*`,
    headers: { 'last-event-id': '7', 'x-evil': '1' },
  })
  expect(await nextFrame(socket)).toEqual({
    type: 'head',
    id: 1,
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
  })
  socket.send({ type: 'open', id: 2, url: '/v1/data/live/events/production', headers: {} })
  expect(await nextFrame(socket)).toMatchObject({ type: 'head', id: 2 })

  write(1, 'event: welcome\n\n')
  expect(await nextFrame(socket)).toEqual({ type: 'data', id: 2, chunk: 'event: welcome\n\n' })
  write(0, 'data: привет\n\n')
  expect(await nextFrame(socket)).toEqual({ type: 'data', id: 1, chunk: 'data: привет\n\n' })
  pens[0]?.close()
  expect(await nextFrame(socket)).toEqual({ type: 'end', id: 1 })

  expect(asked[0]?.url).toBe(`http://127.0.0.1:${fixture.port}${LISTEN}?query=*`)
  expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({
    accept: 'text/event-stream',
    cookie,
    'last-event-id': '7',
  })
})

test('a letter cut in two arrives whole', async () => {
  const socket = await openSocket()
  socket.send({ type: 'open', id: 'a', url: LISTEN, headers: {} })
  await socket.next()
  const letter = new TextEncoder().encode('ж')
  write(0, letter.subarray(0, 1))
  write(0, letter.subarray(1))
  expect(await nextFrame(socket)).toEqual({ type: 'data', id: 'a', chunk: 'ж' })
})

test('closing a stream, or the socket, ends it in the lake', async () => {
  const socket = await openSocket()
  socket.send({ type: 'open', id: 1, url: LISTEN, headers: {} })
  socket.send({ type: 'open', id: 2, url: LISTEN, headers: {} })
  await socket.next()
  await socket.next()
  socket.send({ type: 'close', id: 1 })
  await expect.poll(() => cancelled, WAIT).toBe(1)
  socket.socket.close()
  await expect.poll(() => cancelled, WAIT).toBe(2)
})

test('what breaks in the lake is told for its stream only', async () => {
  const socket = await openSocket()
  socket.send({ type: 'open', id: 1, url: `${LISTEN}?fail`, headers: {} })
  expect(await nextFrame(socket)).toEqual({ type: 'error', id: 1, message: 'the lake is closed' })
  socket.send({ type: 'open', id: 2, url: LISTEN, headers: {} })
  expect(await nextFrame(socket)).toMatchObject({ type: 'head', id: 2 })
})

test('nothing but event streams can be reached', async () => {
  const socket = await openSocket()
  socket.send({ type: 'open', id: 1, url: '/v1/data/mutate/production', headers: {} })
  expect(await nextFrame(socket)).toMatchObject({ type: 'error', id: 1 })
  expect(asked).toEqual([])
})

test('signing out closes every socket of the session at once', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const other = await fixture.signIn('boris', 'editor')
  const first = await openSocket({ cookie })
  const second = await openSocket({ cookie })
  const unaffected = await openSocket({ cookie: other })
  await fixture.post('/v1/auth/logout', {}, { cookie })
  expect(await Promise.all([first.closed, second.closed])).toEqual([4401, 4401])
  expect(unaffected.socket.readyState).toBe(unaffected.socket.OPEN)
})

test.each<[string, (login: string) => void]>([
  ['removed', (login) => fixture.access.accounts.removeUser(login)],
  ['given another role', (login) => fixture.access.accounts.changeRole(login, 'viewer')],
])('the sockets of a user who is %s are closed', async (_name, change) => {
  const socket = await openSocket({ cookie: await fixture.signIn('anna', 'editor') })
  change('anna')
  expect(await socket.closed).toBe(4401)
})

test('a stream that is answered 401 takes the socket with it', async () => {
  const socket = await openSocket({ cookie: 'kopilka_session=forged' })
  socket.send({ type: 'open', id: 1, url: LISTEN, headers: {} })
  expect(await nextFrame(socket)).toMatchObject({ type: 'head', id: 1, status: 401 })
  expect(await socket.closed).toBe(4401)
})

test.each([
  ['another site', 'https://evil.test'],
  ['another port', 'http://127.0.0.1:3000'],
  ['a sandboxed frame', 'null'],
])('a page of %s cannot open a socket', async (_name, origin) => {
  const cookie = await fixture.signIn('anna', 'editor')
  for (const path of ['/v1/streams', '/v1/socket/production']) {
    expect(await fixture.connect(path, { cookie, origin }).closed).toBe(403)
  }
})

test.each(['/v1/nothing', '/v1/socket/other', '/v1/streams/x', '/'])(
  'there is no socket at %s',
  async (path) => {
    expect(await fixture.connect(path).closed).toBe(404)
  },
)

test.each([
  ['no JSON', 'hello'],
  ['an unknown type', '{"type":"eval","id":1}'],
  ['no id', '{"type":"open","url":"/x"}'],
  ['an id too long', JSON.stringify({ type: 'close', id: 'x'.repeat(65) })],
  ['a prototype', '{"__proto__":{"type":"close","id":1}}'],
])('a frame with %s ends the socket', async (_name, text) => {
  expect(readClientFrame(text)).toBeNull()
  const socket = await openSocket()
  socket.send(text)
  expect(await socket.closed).toBe(4400)
})

test('too many streams, and too large a frame, end the socket', async () => {
  const many = await openSocket()
  for (let id = 0; id < 65; id += 1) many.send({ type: 'open', id, url: LISTEN, headers: {} })
  expect(await many.closed).toBe(4429)
  const large = await openSocket()
  large.send('x'.repeat(129 * 1024))
  expect(await large.closed).toBe(1009)
})

test('when the server stops, sockets are told so', async () => {
  const socket = await openSocket()
  await fixture.sockets.close()
  expect(await socket.closed).toBe(1001)
})
