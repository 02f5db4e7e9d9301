import type { Context } from 'hono'
import { invalidRequest } from '../errors.ts'

/**
 * The text fields of a posted form; what is missing, or is a file, is empty.
 * @throws LakeError 400 for what is no form
 */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const form = await c.req.parseBody().catch((error: unknown) => {
    if (error instanceof TypeError) throw invalidRequest('The form cannot be read')
    throw error
  })
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
}
