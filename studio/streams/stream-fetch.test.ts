import { beforeEach, expect, test } from 'vitest'
import type { ServerFrame } from './frames.ts'
import { createStreamFetch } from './stream-fetch.ts'
import type { SocketLike } from './stream-socket.ts'

class FakeSocket extends EventTarget implements SocketLike {
  readyState: SocketLike['readyState'] = 0
  readonly address: string
  readonly sent: unknown[] = []

  constructor(address: string) {
    super()
    this.address = address
  }

  send(text: string): void {
    if (this.readyState !== 1) throw new Error('The socket is not open')
    this.sent.push(JSON.parse(text))
  }

  close(): void {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }

  accept(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  receive(frame: ServerFrame | string): void {
    const data = typeof frame === 'string' ? frame : JSON.stringify(frame)
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const ORIGIN = 'http://localhost:4321'
const LISTEN = `${ORIGIN}/v2025-02-19/data/listen/production?query=*`
const asStream = (init: RequestInit = {}) => ({ ...init, headers: { Accept: 'text/event-stream' } })

let sockets: FakeSocket[]
let fetched: string[]
let status: number
let streamFetch: ReturnType<typeof createStreamFetch>

beforeEach(() => {
  sockets = []
  fetched = []
  status = 200
  streamFetch = createStreamFetch({
    origin: ORIGIN,
    fetch: (url) => {
      fetched.push(url)
      return Promise.resolve(new Response('{}', { status }))
    },
    openSocket: (address) => {
      const created = new FakeSocket(address)
      sockets.push(created)
      return created
    },
  })
})

function socket(index = 0): FakeSocket {
  const found = sockets[index]
  if (found === undefined) throw new Error(`Socket ${index} was not opened`)
  return found
}

async function openedStream(id = 1): Promise<Response> {
  const response = streamFetch(LISTEN, asStream())
  socket().accept()
  socket().receive({ type: 'head', id, status: 200, headers: { 'content-type': 'text/event-stream' } })
  return response
}

test('a stream is asked for by path and answered with head and body', async () => {
  const response = await openedStream()
  expect(socket().address).toBe('ws://localhost:4321/v1/streams')
  expect(socket().sent).toEqual([
    {
      type: 'open',
      id: 1,
      url: '/v2025-02-19/data/listen/production?query=*',
      headers: { accept: 'text/event-stream' },
    },
  ])
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')

  socket().receive({ type: 'data', id: 1, chunk: 'event: welcome\n' })
  socket().receive({ type: 'data', id: 1, chunk: 'data: {"имя":1}\n\n' })
  socket().receive({ type: 'end', id: 1 })
  expect(await response.text()).toBe('event: welcome\ndata: {"имя":1}\n\n')
  expect(fetched).toEqual([])
})

test('streams share a socket and do not mix', async () => {
  const first = streamFetch(LISTEN, asStream())
  const second = streamFetch(`${ORIGIN}/vX/data/live/events/production`, asStream())
  socket().accept()
  expect(sockets).toHaveLength(1)
  socket().receive({ type: 'head', id: 2, status: 200, headers: {} })
  socket().receive({ type: 'head', id: 1, status: 403, headers: {} })
  socket().receive({ type: 'data', id: 2, chunk: 'second' })
  socket().receive({ type: 'data', id: 1, chunk: 'first' })
  socket().receive({ type: 'end', id: 1 })
  socket().receive({ type: 'end', id: 2 })
  expect([(await first).status, await (await first).text()]).toEqual([403, 'first'])
  expect([(await second).status, await (await second).text()]).toEqual([200, 'second'])
})

test.each([
  ['an ordinary request', `${ORIGIN}/v1/users/me`, {}],
  ['an event stream of another host', 'https://abc.api.sanity.io/v1/data/listen/production', asStream()],
  ['an event stream of another kind', `${ORIGIN}/v1/data/other/production`, asStream()],
])('%s is fetched the usual way', async (_, url, init) => {
  await streamFetch(url, init)
  expect(fetched).toEqual([url])
  expect(sockets).toEqual([])
})

test('aborting closes the stream, before and after its head', async () => {
  const early = new AbortController()
  const waiting = streamFetch(LISTEN, asStream({ signal: early.signal }))
  socket().accept()
  early.abort()
  await expect(waiting).rejects.toThrow(/abort/i)
  expect(socket().sent.at(-1)).toEqual({ type: 'close', id: 1 })

  const late = new AbortController()
  const response = streamFetch(LISTEN, asStream({ signal: late.signal }))
  socket().receive({ type: 'head', id: 2, status: 200, headers: {} })
  const body = (await response).text()
  late.abort()
  await expect(body).rejects.toThrow(/abort/i)
  expect(socket().sent.at(-1)).toEqual({ type: 'close', id: 2 })
})

test('an aborted signal opens nothing', async () => {
  await expect(streamFetch(LISTEN, asStream({ signal: AbortSignal.abort() }))).rejects.toThrow(/abort/i)
  expect(sockets).toEqual([])
})

test('cancelling the body closes the stream', async () => {
  const response = await openedStream()
  await response.body?.cancel()
  expect(socket().sent.at(-1)).toEqual({ type: 'close', id: 1 })
})

test('a lost socket errors every stream and the next one gets a new socket', async () => {
  const response = await openedStream()
  const waiting = streamFetch(LISTEN, asStream())
  socket().close()
  await expect(response.text()).rejects.toThrow('lost')
  await expect(waiting).rejects.toThrow('lost')

  const again = streamFetch(LISTEN, asStream())
  socket(1).accept()
  socket(1).receive({ type: 'head', id: 3, status: 200, headers: {} })
  expect((await again).status).toBe(200)
})

test('an error frame ends one stream only', async () => {
  const response = await openedStream()
  const refused = streamFetch(LISTEN, asStream())
  socket().receive({ type: 'error', id: 2, message: 'not relayed' })
  await expect(refused).rejects.toThrow('not relayed')
  socket().receive({ type: 'end', id: 1 })
  expect(await response.text()).toBe('')
})

test.each([
  ['a 401', () => (status = 401), '/v1/users/me'],
  ['signing out', () => (status = 200), '/v1/auth/logout'],
])('after %s the socket with its old cookie is dropped', async (_, arrange, path) => {
  const response = await openedStream()
  arrange()
  await streamFetch(`${ORIGIN}${path}`)
  expect(socket().readyState).toBe(3)
  await expect(response.text()).rejects.toThrow('closed')
})

test('a 401 of another host leaves the socket alone', async () => {
  await openedStream()
  status = 401
  await streamFetch('https://example.org/v1/users/me')
  expect(socket().readyState).toBe(1)
})

test.each(['not json', '{"type":"head","id":1}', '{"type":"data","id":99,"chunk":"x"}'])(
  'the message %s is passed over',
  async (message) => {
    const response = await openedStream()
    socket().receive(message)
    socket().receive({ type: 'end', id: 1 })
    expect(await response.text()).toBe('')
  },
)
