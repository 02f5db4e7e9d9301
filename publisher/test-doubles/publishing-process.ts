// A process that publishes edits without pause until it is killed: `publishing-process.ts DATA_DIR LAKE_FILE SEED`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLakeDocument } from '../documents/document-source.ts'
import { runPublisher } from '../run-publisher.ts'
import { createFakeSite, fakeRules } from './fake-site.ts'
import { createMemorySource } from './memory-source.ts'

const [dataDir = '', lakeFile = '', seed = '0'] = process.argv.slice(2)
const stored: unknown = JSON.parse(await readFile(lakeFile, 'utf8'))
const documents = Array.isArray(stored) ? stored.filter(isLakeDocument) : []
const source = createMemorySource(documents)
await runPublisher({
  source,
  bundle: { createSite: createFakeSite, assetsDir: join(dataDir, 'site-assets'), id: 'code' },
  rules: fakeRules,
  dataDir,
  origin: 'https://example.ru',
  now: () => new Date('2026-09-01T09:00:00Z'),
})
process.stdout.write('started\n')
for (let number = Number(seed); ; number += 1) {
  const document = documents[number % documents.length]
  if (document === undefined) break
  if (number % 5 === 0) source.remove(document._id)
  else source.put({ ...document, title: `Правка ${number}`, slug: `s-${number % 40}` })
  await new Promise((resolve) => setImmediate(resolve))
}
