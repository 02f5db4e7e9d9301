import { z } from 'zod'

const callId = z.union([z.string().max(100), z.number()])
const session = z.string().min(1).max(100)

const presenceCall = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('authorization'),
    id: callId,
    params: z.object({ authorization: z.string().max(1_000) }),
  }),
  z.object({ method: z.literal('presence_subscribe'), id: callId }),
  z.object({
    method: z.literal('presence_unsubscribe'),
    id: callId,
    params: z.object({ subscriptionId: z.string() }),
  }),
  z.object({ method: z.literal('presence_rollcall'), id: callId, params: z.object({ session }) }),
  z.object({
    method: z.literal('presence_announce'),
    id: callId,
    params: z.object({
      data: z.object({ sessionId: session, locations: z.array(z.looseObject({ type: z.string() })).max(50) }),
    }),
  }),
  z.object({ method: z.literal('presence_disconnect'), id: callId, params: z.object({ session }) }),
])

const anyCall = z.object({ id: callId.nullish(), method: z.string().optional() })

/** One JSON-RPC call of the Studio's presence client. */
export type PresenceCall = z.infer<typeof presenceCall>

/** A call that was not understood: the JSON-RPC error to answer with. */
export interface CallFault {
  id: string | number | null
  code: number
  message: string
}

const CODES = { parse: -32700, request: -32600, method: -32601, params: -32602 } as const

/** Reads one message. @see https://www.jsonrpc.org/specification */
export function readPresenceCall(text: string): { call: PresenceCall } | { fault: CallFault } {
  const message = parseJson(text)
  const call = presenceCall.safeParse(message)
  if (call.success) return { call: call.data }
  if (message === undefined)
    return { fault: { id: null, code: CODES.parse, message: 'The message is not JSON' } }
  const { id = null, method } = anyCall.safeParse(message).data ?? {}
  if (method === undefined) return { fault: { id, code: CODES.request, message: 'No "method" in the call' } }
  const known = presenceCall.options.some((option) => option.shape.method.value === method)
  return {
    fault: known
      ? { id, code: CODES.params, message: z.prettifyError(call.error) }
      : { id, code: CODES.method, message: `Method "${method}" is not supported` },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
