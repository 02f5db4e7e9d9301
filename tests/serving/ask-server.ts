import { once } from 'node:events'
import { IncomingMessage, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** Where a server listens. */
export type Place = { socketPath: string } | { port: number }

/** What a server answered. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks a server for a path exactly as written: nothing is tidied up on the way. */
export async function askServer(
  place: Place,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const asking = request({ ...place, path, method, headers: { Host: 'nastavnik.test', ...headers } })
  asking.end()
  const answered: unknown[] = await once(asking, 'response')
  const [response] = answered
  if (!(response instanceof IncomingMessage)) throw new TypeError('The server answered with nothing.')
  const parts: Buffer[] = []
  for await (const part of response) parts.push(Buffer.from(part))
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }
}
