import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { SanityClient } from '@sanity/client'
import { exportDataset } from '@sanity/export'
import { sanityImport } from '@sanity/import'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

// The official exporter and importer load assets with a fetch of their own, so both lakes stand on ports.

const open: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function serveLake(): Promise<{ fixture: LakeFixture; client: SanityClient }> {
  const fixture = await createLakeFixture()
  const server = createAdaptorServer({ fetch: (request) => fixture.lake.fetch(request) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(async () => {
    server.close()
    await fixture.close()
  })
  const { port } = JSON.parse(JSON.stringify(server.address())) satisfies AddressInfo
  const client = fixture
    .client('administrator', { apiHost: `http://127.0.0.1:${port}`, resolveFetch: () => fetch })
    .withConfig({ perspective: 'raw' })
  return { fixture, client }
}

async function fill(client: SanityClient): Promise<void> {
  const photo = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#a26' } })
    .png()
    .toBuffer()
  const image = await client.assets.upload('image', photo, { filename: 'урок.png' })
  const file = await client.assets.upload('file', Buffer.from('Приказ о наставничестве'), {
    filename: 'приказ.txt',
  })
  await client
    .transaction()
    .create({ _id: 'school', _type: 'organization', name: 'Школа № 1', _createdAt: '2024-09-01T00:00:00Z' })
    .create({
      _id: 'practice',
      _type: 'practice',
      title: 'Пара «учитель — учитель»',
      organization: { _type: 'reference', _ref: 'school' },
      image: { _type: 'image', asset: { _type: 'reference', _ref: image._id }, alt: 'Урок' },
      files: [{ _key: 'a', _type: 'file', asset: { _type: 'reference', _ref: file._id } }],
      body: [
        {
          _key: 'b',
          _type: 'block',
          style: 'normal',
          markDefs: [],
          children: [{ _key: 'c', _type: 'span', marks: [], text: 'Ё' }],
        },
      ],
    })
    .create({
      _id: 'drafts.practice',
      _type: 'practice',
      title: 'Правка',
      organization: { _type: 'reference', _ref: 'school' },
    })
    .create({ _id: 'weak', _type: 'page', to: { _type: 'reference', _ref: 'gone', _weak: true } })
    .commit()
}

/** What a round trip keeps: everything but revisions, times of writing, and where assets are served. */
const kept = (client: SanityClient) =>
  client
    .fetch<unknown>('*[!(_type match "sanity.*")] | order(_id)')
    .then((documents) =>
      JSON.parse(
        JSON.stringify(documents, (key, value: unknown) =>
          /^_(rev|updatedAt)$/.test(key) ? undefined : value,
        ),
      ),
    )
const assets = (client: SanityClient) =>
  client.fetch<unknown>(
    '*[_type match "sanity.*Asset"] | order(_id){_id, _type, sha1hash, originalFilename, mimeType, size}',
  )

test.each(['stream', 'cursor'] as const)(
  'what the official exporter takes out, the official importer puts back (%s)',
  async (mode) => {
    const source = await serveLake()
    const target = await serveLake()
    await fill(source.client)
    const archive = join(source.fixture.dataDir, 'export.tar.gz')

    const exported = await exportDataset({
      client: source.client,
      dataset: 'production',
      outputPath: archive,
      mode,
    })
    expect(exported).toMatchObject({ documentCount: 4, assetCount: 2 })
    const imported = await sanityImport(createReadStream(archive), {
      client: target.client,
      operation: 'createOrReplace',
      onProgress: () => {},
    })
    expect(imported).toMatchObject({ numDocs: 4, warnings: [] })

    expect(await kept(target.client)).toEqual(await kept(source.client))
    expect(await assets(target.client)).toEqual(await assets(source.client))
    await expect(target.client.delete('school')).rejects.toMatchObject({ statusCode: 409 })

    const again = await sanityImport(createReadStream(archive), {
      client: target.client,
      operation: 'createOrReplace',
      onProgress: () => {},
    })
    expect(again).toMatchObject({ numDocs: 4 })
    expect(await kept(target.client)).toEqual(await kept(source.client))
  },
)

test('an export by pages is the export in one piece', async () => {
  const fixture = await createLakeFixture()
  open.push(() => fixture.close())
  const mutations = Array.from({ length: 1_500 }, (_, n) => ({ create: { _id: `page-${n}`, _type: 'page' } }))
  await fixture.client('editor').mutate(mutations, { returnDocuments: false })
  const read = async (parameters: string) => {
    const response = await fixture.request('viewer', `/v1/data/export/production${parameters}`)
    const lines: { _id?: string; nextCursor?: string }[] = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    return lines
  }
  const whole = await read('')
  const first = await read('?nextCursor=')
  const cursor = first.pop()?.nextCursor
  expect(cursor).toBe(first.at(-1)?._id)
  expect([...first, ...(await read(`?nextCursor=${cursor}`))]).toEqual(whole)
  expect(whole).toHaveLength(1_500)
})
