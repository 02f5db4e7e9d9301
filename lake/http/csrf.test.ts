import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, ORIGIN, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture
let cookie: string

beforeAll(async () => {
  fixture = await createLakeFixture()
  fixture.lake.accounts.addUser('anna', 'editor')
  const signedIn = await fixture.request(null, fixture.lake.accounts.createSignInLink('anna'))
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
})

afterAll(() => fixture.close())

interface Headers {
  origin?: string
  'sec-fetch-site'?: string
}

const create = (headers: Headers) =>
  fixture.request(null, '/v1/data/mutate/production', {
    method: 'POST',
    headers: { cookie, 'content-type': 'text/plain', ...headers },
    body: JSON.stringify({ mutations: [{ create: { _type: 'page', title: 'тайна' } }] }),
  })
const read = async (headers: Headers) => {
  const address = '/v1/data/query/production?query=*&perspective=raw'
  const response = await fixture.request(null, address, { headers: { cookie, ...headers } })
  return response.text()
}

test.each([
  { name: 'its own pages', headers: { origin: ORIGIN } },
  { name: 'programs, which send no origin', headers: {} },
])('a cookie counts for $name', async ({ headers }) => {
  expect((await create(headers)).status).toBe(200)
  await fixture
    .client('editor')
    .create({ _id: 'drafts.secret', _type: 'page', title: 'тайна' })
    .catch(() => null)
  expect(await read(headers)).toContain('тайна')
})

test.each([
  { name: 'another site', headers: { origin: 'https://evil.example' } },
  { name: 'another port of the same host', headers: { origin: 'http://lake.test:8080' } },
  { name: 'a sandboxed page', headers: { origin: 'null' } },
  { name: 'a form of another site', headers: { 'sec-fetch-site': 'cross-site' } },
])('a cookie opens nothing for $name', async ({ headers }) => {
  const before = await fixture.client('viewer', { perspective: 'raw' }).fetch<number>('count(*)')
  expect((await create(headers)).status).toBe(403)
  expect(await fixture.client('viewer', { perspective: 'raw' }).fetch('count(*)')).toBe(before)
  expect(await read(headers)).not.toContain('drafts.')
})
