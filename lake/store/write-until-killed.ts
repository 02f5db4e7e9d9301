import { openLake } from '../create-lake.ts'

// For the test of durability: writes pairs of documents as fast as it can, and says so once each is acknowledged.

const dataDir = process.argv[2] ?? ''
const first = Number(process.argv[3])
const lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
const authorization = `Bearer ${lake.accounts.addToken('writer', 'editor')}`

for (let n = first; ; n++) {
  const mutations = [
    { createOrReplace: { _id: `pair-${n}`, _type: 'pair', n } },
    { createOrReplace: { _id: 'counter', _type: 'counter', n, padding: 'х'.repeat(3_000) } },
  ]
  const response = await lake.fetch(
    new Request('http://lake.test/v1/data/mutate/production', {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ mutations, transactionId: `t${n}` }),
    }),
  )
  if (!response.ok) throw new Error(await response.text())
  process.stdout.write(`${n}\n`)
}
