import { createHmac, timingSafeEqual } from 'node:crypto'

/** Header in which Sanity's hosted lake signs what it sends. */
export const SIGNATURE_HEADER = 'sanity-webhook-signature'

/** A message may be so old, or so far ahead of our clock. */
const WINDOW_MS = 5 * 60 * 1000

const SIGNATURE = /^t=(\d{1,16})\s*,\s*v1=([\w-]{43})=?$/

/** Why a message is not believed. */
export type SignatureProblem = 'malformed' | 'outdated' | 'wrong'

/**
 * Checks a signature `t=<ms>,v1=<base64url of HMAC-SHA256 over "t.body">`.
 * @returns null when the message is genuine and fresh
 */
export function checkSignature(
  body: Uint8Array,
  header: string | undefined,
  secret: string,
  now: Date,
): SignatureProblem | null {
  const [, timestamp, given] = SIGNATURE.exec(header?.trim() ?? '') ?? []
  if (timestamp === undefined || given === undefined) return 'malformed'
  const expected = hmacOf(body, timestamp, secret)
  if (!timingSafeEqual(expected, Buffer.from(given, 'base64url'))) return 'wrong'
  return Math.abs(now.getTime() - Number(timestamp)) > WINDOW_MS ? 'outdated' : null
}

/** Signs a message as the hosted lake does. */
export function signatureOf(body: Uint8Array, at: Date, secret: string): string {
  const timestamp = String(at.getTime())
  return `t=${timestamp},v1=${hmacOf(body, timestamp, secret).toString('base64url')}`
}

function hmacOf(body: Uint8Array, timestamp: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest()
}
