import { identify, type Handler } from '../http/route.ts'
import { streamLines } from '../http/stream-lines.ts'

/** `GET /data/export/:dataset`: every document that the reader can see, one JSON a line; `types=a,b` chooses. */
export const answerExport: Handler = (c, lake) => {
  const source = lake.visibility.sourceFor(identify(c, lake))
  const types = c.req.query('types')?.split(',')
  return streamLines(source.select(types ? { types } : {}))
}
