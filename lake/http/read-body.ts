import type { Context } from 'hono'
import { isTooDeep, MAX_REQUEST_DEPTH } from '../documents/check-json.ts'
import { httpError, invalidRequest } from '../errors.ts'

const MAX_BODY_BYTES = 32 * 1024 * 1024

/**
 * The JSON of a request's body.
 * @throws LakeError 413 for a body that is too long, 400 for one that is not JSON in UTF-8 or nested too deeply
 */
export async function readJsonBody(c: Context): Promise<unknown> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > MAX_BODY_BYTES) throw tooLarge()
  const value = parseJson(decode(await readBytes(c.req.raw)))
  if (isTooDeep(value))
    throw invalidRequest(`The body is nested more than ${MAX_REQUEST_DEPTH} levels deep: make it flatter`)
  return value
}

/** Letters of another encoding would be lost for good. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalidRequest('The body is not JSON: it is not in UTF-8')
  }
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    throw invalidRequest(`The body is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Reads no more than is allowed, whatever length the request claims to have. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge() {
  return httpError(413, `The body is larger than ${MAX_BODY_BYTES} bytes: send it in parts`)
}
