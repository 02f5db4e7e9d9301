import { serve } from '@hono/node-server'
import { openLake } from '../../create-lake.ts'

// For the test of durability: a lake that answers over HTTP and writes into itself as fast as it can. Says `port N`
// once it answers, and the number of each transaction once it is acknowledged.

const WRITERS = 3

const [dataDir = '', token = '', first = '0'] = process.argv.slice(2)
const lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
const server = serve(
  { fetch: (request) => lake.fetch(request), port: 0, hostname: '127.0.0.1' },
  ({ port }) => process.stdout.write(`port ${port}\n`),
)
server.once('error', (error: Error) => {
  throw error
})

let next = Number(first)
async function write(): Promise<never> {
  for (;;) {
    const n = next++
    const mutations = [
      { create: { _id: `left-${n}`, _type: 'left', n } },
      { createOrReplace: { _id: 'counter', _type: 'counter', n, padding: 'х'.repeat(3_000) } },
      { create: { _id: `right-${n}`, _type: 'right', n } },
    ]
    const response = await lake.fetch(
      new Request('http://lake.test/v1/data/mutate/production', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ mutations, transactionId: `t${n}` }),
      }),
    )
    if (!response.ok) throw new Error(await response.text())
    process.stdout.write(`${n}\n`)
  }
}
await Promise.all(Array.from({ length: WRITERS }, write))
