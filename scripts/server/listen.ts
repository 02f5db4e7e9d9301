import { createAdaptorServer } from '@hono/node-server'
import { once } from 'node:events'
import { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { CommandError } from '../command-line.ts'

/** Requests under way get this long to end at shutdown. */
const GRACE_MS = 500

/** A server that accepts connections. */
export interface Listening {
  server: Server
  /** The port, also when the system chose it. */
  port: number
  /** Accepts no more connections; those that are open end soon, by force if they must. */
  close(): Promise<void>
}

/**
 * Starts to accept connections.
 * @param port 0 lets the system choose
 * @throws {CommandError} when the port is taken or not allowed
 */
export async function listen(
  handler: (request: Request, connection: object) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: handler })
  if (!(server instanceof Server)) throw new TypeError('An HTTP/1.1 server was expected')
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw wordingOf(error, port)
  }
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => close(server),
  }
}

/** Sockets that became WebSockets are not the server's any more; whoever took them over ends them. */
async function close(server: Server): Promise<void> {
  server.close()
  server.closeIdleConnections()
  const ended = once(server, 'close')
  await Promise.race([ended, delay(GRACE_MS, undefined, { ref: false })])
  server.closeAllConnections()
}

function wordingOf(error: unknown, port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === 'EADDRINUSE') {
    return new CommandError(
      `Порт ${port} занят другой программой. Остановите её или выберите другой порт: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') {
    return new CommandError(`Порт ${port} открыть не разрешено. Выберите порт от 1024: PORT=4321 npm start`)
  }
  return error
}
