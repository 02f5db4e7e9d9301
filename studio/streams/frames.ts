import { z } from 'zod'

/** Path of the lake's socket that carries event streams; the lake documents the frames. */
export const STREAMS_PATH = '/v1/streams'

/** What the Studio asks of the lake over the socket. */
export type ClientFrame =
  { type: 'open'; id: number; url: string; headers: Record<string, string> } | { type: 'close'; id: number }

const serverFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('head'),
    id: z.number(),
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()),
  }),
  z.object({ type: z.literal('data'), id: z.number(), chunk: z.string() }),
  z.object({ type: z.literal('end'), id: z.number() }),
  z.object({ type: z.literal('error'), id: z.number(), message: z.string() }),
])

/** What the lake answers: a head, then pieces of the body, then an end or an error, for each stream's id. */
export type ServerFrame = z.infer<typeof serverFrame>

/** Reads one message of the lake; null when it is not a frame of this protocol. */
export function readServerFrame(message: unknown): ServerFrame | null {
  if (typeof message !== 'string') return null
  const parsed = serverFrame.safeParse(parseJson(message))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
