import { expect, test } from 'vitest'
import { contentRules } from '#publisher/documents/content-rules.ts'
import { createPublicDocuments } from '#publisher/documents/public-documents.ts'
import { openExampleLake, readPublished } from '../site-checks/example-lake.ts'

test('the examples load into a new lake, with their pictures, and every document can be shown', async () => {
  const lake = await openExampleLake()
  const { client } = lake
  try {
    const documents = createPublicDocuments(contentRules, '2026-11-21')
    documents.update(await readPublished(client))
    expect(documents.rejected()).toEqual([])
    const types = new Set([...documents.visible()].map(({ _type }) => _type))
    expect([...types]).toEqual(expect.arrayContaining(['roadmap', 'sanity.imageAsset', 'sanity.fileAsset']))
    expect(await client.fetch('count(*[_type == "roadmap"])')).toBe(5)
    expect(await client.fetch('count(*[_type == "roadmap" && organization._weak])')).toBe(0)
  } finally {
    await lake.close()
  }
})
