import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessFixture, secretOf, type AccessFixture, type Reader } from './access-fixture.ts'

let fixture: AccessFixture

beforeAll(async () => {
  fixture = await createAccessFixture()
})

afterAll(() => fixture.close())

function findReader(name: string): Reader {
  const reader = fixture.readers.find((one) => one.name === name)
  if (!reader) throw new Error(`There is no ${name}`)
  return reader
}

const SCHOOL = 'editor of school a'

async function write(document: Record<string, unknown>): Promise<number> {
  const body = JSON.stringify({ mutations: [{ createOrReplace: document }] })
  const response = await fixture.fetch(findReader(SCHOOL), '/v1/data/mutate/production', {
    method: 'POST',
    body,
  })
  return response.status
}

async function read(name: string, path: string): Promise<string> {
  return (await fixture.fetch(findReader(name), path)).text()
}

// The id of a file says nothing but what is in it, and may be known from a time when the file was public.
test.each([
  ['a reference', { _type: 'reference' }, 409],
  ['a weak reference', { _type: 'reference', _weak: true }, 200],
  ['a reference to elsewhere', { _type: 'reference', _dataset: 'other' }, 200],
])('by %s in a document of its own a school gets no file of another', async (_name, link, status) => {
  const assets = fixture.client('administrator', { perspective: 'raw' })
  const name = `${secretOf('file-name', 'b')}.txt`
  const id = await assets.fetch<string>('*[originalFilename == $name][0]._id', { name })
  const asset = { ...link, _ref: id }
  const practice = {
    _type: 'practice',
    title: 'Наша',
    slug: { current: 'ours' },
    organization: { _type: 'reference', _ref: 'school-a' },
    files: [{ _key: 'f', _type: 'attachment', title: 'Файл', file: { asset } }],
  }
  for (const document of [`drafts.borrower-${status}`, `borrower-${status}`])
    expect(await write({ ...practice, _id: document })).toBe(status)
  for (const reader of [SCHOOL, 'nobody']) {
    expect(await read(reader, fixture.files.b)).not.toContain(secretOf('file-bytes', 'b'))
    const query = encodeURIComponent('*[_type == "sanity.fileAsset"]{_id, originalFilename}')
    expect(await read(reader, `/v1/data/query/production?query=${query}`)).not.toContain(id)
  }
})
