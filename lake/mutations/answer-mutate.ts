import type { Context } from 'hono'
import * as z from 'zod'
import { invalidRequest } from '../errors.ts'
import { identifyWriter, type Handler } from '../http/route.ts'
import { readJsonBody } from '../http/read-body.ts'
import { readMutations } from './mutation.ts'

const request = z.object({ mutations: z.unknown(), transactionId: z.string().optional() })

/**
 * `POST /data/mutate/:dataset`
 * differs: every `visibility` behaves as `sync`; `skipCrossDatasetReferenceValidation` is always so.
 */
export const answerMutate: Handler = async (c, lake) => {
  const identity = identifyWriter(c, lake)
  const body = request.safeParse(await readJsonBody(c))
  if (!body.success) throw invalidRequest(`The body must be {mutations: […]}: ${z.prettifyError(body.error)}`)
  const { transactionId, results } = await lake.commit(readMutations(body.data.mutations), identity, {
    transactionId: body.data.transactionId ?? c.req.query('transactionId'),
    dryRun: isOn(c, 'dryRun'),
    autoGenerateArrayKeys: isOn(c, 'autoGenerateArrayKeys'),
  })
  const returnDocuments = isOn(c, 'returnDocuments')
  return c.json({
    transactionId,
    results: results.map(({ id, operation, document }) => ({
      id,
      operation,
      ...(returnDocuments && document && { document }),
    })),
  })
}

function isOn(c: Context, name: string): boolean {
  return c.req.query(name) === 'true'
}
