import type { Context } from 'hono'
import { invalidRequest } from '../errors.ts'

/**
 * A moment in a parameter, in UTC as the log has it; undefined when the parameter is missing or empty.
 * @throws LakeError 400 for what is no ISO 8601 time
 */
export function readTime(c: Context, name: string): string | undefined {
  const text = c.req.query(name)
  if (text === undefined || text === '') return undefined
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw invalidRequest(`"${name}" must be an ISO 8601 time, not "${text}"`)
  return new Date(instant).toISOString()
}
