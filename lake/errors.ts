/** HTTP statuses that the lake answers errors with. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503

/** One failed step of a mutation or action request; `index` is its place in the request. */
export interface ErrorItem {
  error: { type: string; description: string; [detail: string]: unknown }
  index: number
}

/**
 * The two shapes that `@sanity/client` knows how to read.
 * Both carry `statusCode`, so that a log line or a script needs to know only one of them.
 */
export type ErrorBody =
  | { statusCode: ErrorStatus; error: string; message: string; [detail: string]: unknown }
  | {
      statusCode: ErrorStatus
      error: { type: string; description: string; items?: ErrorItem[]; [detail: string]: unknown }
    }

/**
 * Everything that the lake refuses on purpose. `body` is the JSON answer; nothing in it is secret.
 * Any other error that reaches the front is answered as 500 with an id, and its details go to the log only.
 */
export class LakeError extends Error {
  override readonly name: string = 'LakeError'
  readonly status: ErrorStatus
  readonly body: ErrorBody

  constructor(body: ErrorBody, options?: ErrorOptions) {
    super('message' in body ? body.message : body.error.description, options)
    this.status = body.statusCode
    this.body = body
  }
}

const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const satisfies Record<ErrorStatus, string>

/** An error about the request as a whole: `{statusCode, error, message}`. */
export function httpError(
  status: ErrorStatus,
  message: string,
  details: Record<string, unknown> = {},
): LakeError {
  return new LakeError({ ...details, statusCode: status, error: REASONS[status], message })
}

/** 401 for a request without credentials that needs some. */
export function unauthorized(message = 'Sign in first: this request needs a session or a token'): LakeError {
  return httpError(401, message, { errorCode: 'SIO-401-ANF' })
}

/** 403 for an identity whose role is too weak. */
export function forbidden(message: string): LakeError {
  return httpError(403, message, { errorCode: 'SIO-403-AIN' })
}

/** 503 for a write that found no space; nothing of it was kept. */
export function diskFull(cause: unknown): LakeError {
  const message = 'The disk is full: nothing was written. Free some space, then try again'
  return new LakeError({ statusCode: 503, error: REASONS[503], message }, { cause })
}

/** 404 that names what was looked for. */
export function notFound(what: string): LakeError {
  return httpError(404, `${what} not found`)
}

/** An error of the data API: `{error: {type, description}}`. */
export function dataError(
  status: ErrorStatus,
  type: string,
  description: string,
  details: Record<string, unknown> = {},
): LakeError {
  return new LakeError({ statusCode: status, error: { ...details, type, description } })
}

/** 400 for a request body or parameter of the wrong shape. */
export function invalidRequest(description: string, details: Record<string, unknown> = {}): LakeError {
  return dataError(400, 'validationError', description, details)
}

/** A mutation or action that cannot be performed; the client prints the items' descriptions. */
export function operationError(
  kind: 'mutationError' | 'actionError',
  status: ErrorStatus,
  item: ErrorItem,
): LakeError {
  const prefix = kind === 'mutationError' ? 'Mutation failed' : 'Action failed'
  return new LakeError({
    statusCode: status,
    error: { type: kind, description: `${prefix}: ${item.error.description}`, items: [item] },
  })
}

/** Where and why a GROQ query cannot be parsed; offsets are in characters of the query. */
export function queryParseError(query: string, start: number, end: number, description: string): LakeError {
  return dataError(400, 'queryParseError', description, { query, start, end })
}
