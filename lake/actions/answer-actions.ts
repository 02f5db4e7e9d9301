import { identifyWriter, type Handler } from '../http/route.ts'
import { readJsonBody } from '../http/read-body.ts'
import { readActionRequest } from './action.ts'
import { performAction } from './perform-action.ts'

/** `POST /data/actions/:dataset` */
export const answerActions: Handler = async (c, lake) => {
  const identity = identifyWriter(c, lake)
  const { actions, ...options } = readActionRequest(await readJsonBody(c))
  const request = { kind: 'actionError', steps: actions, perform: performAction } as const
  const { transactionId } = await lake.transact(request, identity, options)
  return c.json({ transactionId })
}
