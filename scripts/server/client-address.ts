import type { Context } from 'hono'
import { z } from 'zod'

const connection = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }),
})

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * From where a request came; undefined when it did not come over the network. A proxy on this machine is believed when
 * it names its client in `X-Forwarded-For`; anybody else could write there what they like.
 */
export function clientAddress(c: Context): string | undefined {
  const read = connection.safeParse(c.env)
  if (!read.success) return undefined
  const { remoteAddress } = read.data.incoming.socket
  if (!LOOPBACK.test(remoteAddress)) return remoteAddress
  const named = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return named !== undefined && /^[\da-f.:]{2,45}$/i.test(named) ? named : remoteAddress
}
