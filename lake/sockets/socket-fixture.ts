import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { WebSocket } from 'ws'
import { createAccessFixture, type AccessFixture } from '../access/access-fixture.ts'
import { attachSockets, type SocketDeps, type Sockets } from './attach-sockets.ts'

/** For tests: a server on a free port with the lake's sockets and sign-in. */
export interface SocketFixture extends AccessFixture {
  port: number
  sockets: Sockets
  /** Opens a socket as a page of this origin would. */
  connect(path: string, headers?: Record<string, string>): TestSocket
  stop(): Promise<void>
}

/** A client's end; what arrives is kept until it is asked for. */
export interface TestSocket {
  socket: WebSocket
  opened: Promise<void>
  /** Code and reason of the end, or the HTTP status of a refused upgrade. */
  closed: Promise<number>
  send(message: unknown): void
  /** The next text that arrives. */
  next(): Promise<string>
}

export async function createSocketFixture(
  fetch: (request: Request, fixture: AccessFixture) => Promise<Response>,
  others: Pick<SocketDeps, 'mayKnow'> = {},
): Promise<SocketFixture> {
  const fixture = createAccessFixture()
  const server = createServer(getRequestListener(fixture.app.fetch))
  const sockets = attachSockets(server, {
    access: fixture.access,
    dataset: 'production',
    authorizeWithinMs: 300,
    ...others,
    fetch: (request) => fetch(request, fixture),
  })
  const port = await listen(server)

  return {
    ...fixture,
    port,
    sockets,
    connect: (path, headers = {}) =>
      wrapSocket(
        new WebSocket(`ws://127.0.0.1:${port}${path}`, {
          headers: { origin: `http://127.0.0.1:${port}`, ...headers },
        }),
      ),
    async stop() {
      await sockets.close()
      await new Promise((resolve) => server.close(resolve))
      fixture.close()
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

function wrapSocket(socket: WebSocket): TestSocket {
  const arrived: string[] = []
  const waiting: ((text: string) => void)[] = []
  socket.on('message', (data) => {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : ''
    const taker = waiting.shift()
    if (taker) taker(text)
    else arrived.push(text)
  })
  socket.on('error', () => {})
  return {
    socket,
    opened: new Promise((resolve) => socket.once('open', () => resolve())),
    closed: new Promise((resolve) => {
      socket.once('close', (code) => resolve(code))
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    }),
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () => {
      const text = arrived.shift()
      return text === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(text)
    },
  }
}
