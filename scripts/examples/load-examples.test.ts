import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { contentRules } from '#publisher/documents/content-rules.ts'
import type { LakeDocument } from '#publisher/documents/document-source.ts'
import { lakeSource } from '#publisher/documents/lake-source.ts'
import { createPublicDocuments } from '#publisher/documents/public-documents.ts'
import { readEnvironment } from '../environment.ts'
import { clientInProcess, openEmbeddedLake } from '../lake-access/embedded-lake.ts'
import { loadExamples } from './load-examples.ts'

const folder = join(dirname(dirname(import.meta.dirname)), 'examples')

test('the examples load into a new lake, with their pictures, and every document can be shown', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-examples-'))
  const environment = readEnvironment({ KOPILKA_DATA: dataDir })
  const lake = await openEmbeddedLake(environment)
  try {
    const client = clientInProcess(lake, environment, lake.accounts.addToken('проверка', 'administrator'))
    await loadExamples({ client, folder, say: () => undefined })
    const published: LakeDocument[] = []
    for await (const document of lakeSource(client).published()) published.push(document)
    const documents = createPublicDocuments(contentRules, '2026-11-21')
    documents.update(published)
    expect(documents.rejected()).toEqual([])
    const types = new Set([...documents.visible()].map(({ _type }) => _type))
    expect([...types]).toEqual(expect.arrayContaining(['roadmap', 'sanity.imageAsset', 'sanity.fileAsset']))
    expect(await client.fetch('count(*[references("roadmap-none")])')).toBe(0)
    expect(await client.fetch('count(*[_type == "roadmap"])')).toBe(5)
    expect(await client.fetch('count(*[_type == "roadmap" && organization._weak])')).toBe(0)
  } finally {
    await lake.close()
    await rm(dataDir, { recursive: true })
  }
})
