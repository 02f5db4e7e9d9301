import { identifyWriter, type Handler } from '../http/route.ts'
import { readJsonBody } from '../http/read-body.ts'
import { readActionRequest } from './action.ts'
import { performAction } from './perform-action.ts'

/** `POST /data/actions/:dataset` */
export const answerActions: Handler = async (c, lake) => {
  const identity = identifyWriter(c, lake)
  const { actions, ...options } = readActionRequest(await readJsonBody(c))
  const { transactionId } = lake.transact('actionError', actions, performAction, identity, options)
  return c.json({ transactionId })
}
