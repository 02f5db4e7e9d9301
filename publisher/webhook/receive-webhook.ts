import type { Handler } from 'hono'
import { z } from 'zod'
import { isPublishedId } from '../documents/document-source.ts'
import { checkSignature, SIGNATURE_HEADER } from './verify-signature.ts'

const MOST_BYTES = 256 * 1024
/** More messages than this do not come within the time in which a signature is believed. */
const REMEMBERED = 10_000

const payload = z.looseObject({ _id: z.string().optional() })

/** What a webhook works with. */
export interface WebhookOptions {
  /** Known to the sender and to us; without it every message is refused. */
  secret: string | undefined
  /** Looks at these documents again, at all without ids. */
  wake: (ids?: readonly string[]) => void
  now: () => Date
}

/**
 * Takes signed messages of the hosted lake that a document changed. A message that was taken before, as it is when it is
 * sent again or replayed, has no effect.
 */
export function receiveWebhook({ secret, wake, now }: WebhookOptions): Handler {
  const seen = new Set<string>()

  /** @returns whether any of the marks was seen before */
  function isKnown(marks: readonly string[]): boolean {
    if (marks.some((mark) => seen.has(mark))) return true
    for (const mark of marks) seen.add(mark)
    for (const mark of seen) {
      if (seen.size <= REMEMBERED) break
      seen.delete(mark)
    }
    return false
  }

  return async ({ req }) => {
    if (secret === undefined) return refuse(404, 'No secret is set: webhooks are not taken.')
    if (Number(req.header('Content-Length') ?? 0) > MOST_BYTES)
      return refuse(413, 'The message is too large.')
    const body = await readBody(req.raw.body)
    if (body === null) return refuse(413, 'The message is too large.')
    const signature = req.header(SIGNATURE_HEADER)
    const problem = checkSignature(body, signature, secret, now())
    if (problem !== null) return refuse(401, `The signature is ${problem}.`)
    const message = readPayload(body)
    if (message === null) return refuse(400, 'The message is not a JSON object.')
    const transaction = req.header('sanity-transaction-id')
    const marks = [`signature ${signature}`]
    if (transaction !== undefined) marks.push(`transaction ${transaction} ${message._id ?? ''}`)
    if (!isKnown(marks)) wakeFor(message._id)
    return new Response(null, { status: 204 })
  }

  function wakeFor(id: string | undefined): void {
    if (id === undefined) wake()
    else if (isPublishedId(id)) wake([id])
  }
}

/** @returns null when there is more than is taken */
async function readBody(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function readPayload(body: Uint8Array): z.infer<typeof payload> | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    return payload.safeParse(json).data ?? null
  } catch {
    return null
  }
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: message }, { status, headers: { 'Cache-Control': 'no-store' } })
}
