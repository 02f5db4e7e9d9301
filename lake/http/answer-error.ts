import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { diskFull, httpError, LakeError } from '../errors.ts'
import { isDiskFull } from '../store/disk-full.ts'

/**
 * The answer to a request that failed. An error that is not meant for the reader is logged under an id, and only the
 * id is told.
 */
export function answerError(error: unknown, request: Request, log: Logger): Response {
  const known = error instanceof LakeError ? error : describe(error, request, log)
  const retryAfter = 'message' in known.body ? known.body['retryAfter'] : undefined
  return Response.json(known.body, {
    status: known.status,
    ...(typeof retryAfter === 'number' && { headers: { 'retry-after': String(retryAfter) } }),
  })
}

function describe(error: unknown, request: Request, log: Logger): LakeError {
  if (!isDiskFull(error)) return hide(error, request, log)
  log.error({ path: new URL(request.url).pathname }, 'the disk is full')
  return diskFull(error)
}

function hide(error: unknown, request: Request, log: Logger): LakeError {
  const errorId = randomUUID()
  const { pathname } = new URL(request.url)
  log.error({ err: error, errorId, method: request.method, path: pathname }, 'a request failed unexpectedly')
  return httpError(500, `Internal error ${errorId}: look for this id in the log`, { errorId })
}
