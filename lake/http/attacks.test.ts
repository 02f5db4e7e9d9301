import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture()
})

afterAll(() => fixture.close())

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fixture.request('editor', path, { method: 'POST', body, headers })

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test.each([
  ['/v1/data/query/production', `{"query": "*", "params": {"x": ${deep(20_000)}}}`],
  ['/v1/data/query/production', `{"query": "$x", "params": {"x": ${deep(20_000)}}}`],
  ['/v1/data/query/production', `{"query": "$x", "params": {"x": ${'['.repeat(5_000)}${']'.repeat(5_000)}}}`],
  ['/v1/data/query/production', `{"query": "$x", "params": {"x": ${deep(300)}}}`],
  ['/v1/data/query/production', `{"query": "${'('.repeat(20_000)}1${')'.repeat(20_000)}"}`],
  ['/v1/data/query/production', `{"query": "*[${'!'.repeat(50_000)}a]"}`],
  ['/v1/data/mutate/production', `{"mutations": [{"create": {"_type": "x", "a": ${deep(20_000)}}}]}`],
  ['/v1/data/mutate/production', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['/v1/data/actions/production', `{"actions": ${deep(20_000)}}`],
  ['/v1/users/me/keyvalue', `[{"key": "k", "value": ${deep(20_000)}}]`],
  [
    '/v1/data/mutate/production',
    `{"mutations": [{"patch": {"query": "*[a == $x]", "params": {"x": ${deep(20_000)}}, "set": {"a": 1}}}]}`,
  ],
  ['/v1/data/actions/production', `{"actions": [{"actionType": ${deep(20_000)}}]}`],
])('JSON without end for %s is no more than a wrong request', async (path, body) => {
  const method = path.includes('keyvalue') ? 'PUT' : 'POST'
  const response = await fixture.request('editor', path, { method, body })
  expect(response.status).toBeLessThan(500)
  await response.text()
  expect((await fixture.request('editor', '/v1/ping')).status).toBe(200)
})

test.each(['query=$x&$x=', 'query=*[a==$x]&$x='])(
  'parameters without end in an address are no more than a wrong request: %s',
  async (search) => {
    for (const path of ['query', 'listen']) {
      const value = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
      const response = await fixture.request('editor', `/v1/data/${path}/production?${search}${value}`)
      expect(response.status).toBe(path === 'query' ? 400 : 200)
      await response.body?.cancel()
    }
  },
)

test.each([
  '/v1/data/mutate/production',
  '/v1/data/actions/production',
  '/v1/data/query/production',
  '/v1/assets/images/production',
  '/v1/auth/login/local',
])('a body that claims to be too large is refused unread: %s', async (path) => {
  const response = await post(path, '{}', { 'content-length': String(2 ** 40) })
  expect(response.status).toBe(413)
})

test('names of prototypes change nothing for anybody', async () => {
  const bodies = [
    '{"mutations":[{"create":{"_type":"x","__proto__":{"polluted":1}}}]}',
    '{"mutations":[{"create":{"_type":"x","constructor":{"prototype":{"polluted":1}}}}]}',
    '{"mutations":[{"patch":{"id":"p","set":{"constructor.prototype.polluted":1}}}]}',
    '{"mutations":[{"patch":{"query":"*","params":{"__proto__":{"polluted":1}},"set":{"a":1}}}]}',
    '{"__proto__":{"polluted":1},"mutations":[]}',
  ]
  for (const body of bodies) await (await post('/v1/data/mutate/production', body)).text()
  const query = '{"query":"{\\"x\\": $__proto__, \\"y\\": polluted}","params":{"__proto__":{"polluted":1}}}'
  await (await post('/v1/data/query/production', query)).text()
  await fixture.request('editor', '/v1/users/me/keyvalue', {
    method: 'PUT',
    body: '[{"key":"__proto__","value":{"polluted":1}}]',
  })
  await fixture.request('editor', '/v1/data/query/production?query=*&$__proto__={"polluted":1}')
  expect({}).not.toHaveProperty('polluted')
  expect([]).not.toHaveProperty('polluted')
})

test.each([
  '/images/local/production/..%2f..%2f..%2faccounts.sqlite',
  '/files/local/production/..%2f..%2faccounts.sqlite',
  '/files/local/production/%2e%2e/%2e%2e/accounts.sqlite',
  '/files/local/..%5c..%5caccounts.sqlite/x',
  '/files/local/production/accounts.sqlite%00.txt',
  '/files/..%2f..%2f/production/lake.sqlite',
  '/v1/../accounts.sqlite',
])('no path leads to other files: %s', async (path) => {
  const response = await fixture.request('administrator', path)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('SQLite format')
})

test('what is sent does not become a header of the answer', async () => {
  const evil = encodeURIComponent('x\r\nset-cookie: kopilka_session=evil\r\n\r\n<script>')
  const paths = [
    `/v1/auth/login/local?origin=${evil}`,
    `/v1/auth/link?token=${evil}`,
    `/v1/data/query/production?query=${evil}`,
    `/v1/data/listen/production?query=${evil}`,
    `/files/local/production/${'a'.repeat(40)}.txt?dl=${evil}`,
    `/v1/users/${evil}`,
    `/v1/nowhere/${evil}`,
  ]
  for (const path of paths) {
    const response = await fixture.request('editor', path)
    expect([path, response.headers.get('set-cookie')]).toEqual([path, null])
    await response.body?.cancel()
  }
})

test.each([
  ['/v1/ping', null],
  ['/v1/nowhere', null],
  ['/v1/users/me', null],
  ['/v1/data/query/production?query=*', 'editor'],
  ['/v1/data/query/production?query=*[', 'editor'],
  ['/v1/data/export/production', 'editor'],
  ['/v1/auth/login/local', null],
  ['/v1/auth/account', null],
  ['/files/local/production/x.txt', null],
] as const)('%s is answered with headers that keep browsers careful', async (path, role) => {
  const { headers } = await fixture.request(role, path)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  expect(headers.get('referrer-policy')).not.toBeNull()
  expect(headers.get('cache-control')).toMatch(/no-store/)
})

test('users, sessions and tokens are no documents, under no name', async () => {
  fixture.lake.accounts.addUser('anna-the-secret', 'editor')
  await fixture.request(null, fixture.lake.accounts.createSignInLink('anna-the-secret'))
  const all = await fixture.request('administrator', '/v1/data/export/production')
  const log = await fixture.request('administrator', '/v1/data/query/production?perspective=raw&query=*')
  const told = `${await all.text()}${await log.text()}`
  expect(told).not.toMatch(/anna-the-secret|kopilka_|argon2|password_hash|sessions/)
})

test('secrets in requests do not get into the log', async () => {
  const secret = 'kopilka_tajna-v-zaprose'
  const headers = { authorization: `Bearer ${secret}`, cookie: `kopilka_session=${secret}` }
  const paths = [
    `/v1/auth/link?token=${secret}`,
    `/v1/auth/fetch?sid=${secret}`,
    `/v1/nowhere?token=${secret}`,
    `/v1/data/query/production?query=*&token=${secret}`,
    `/v1/data/listen/production?query=*[&$token="${secret}"`,
  ]
  for (const path of paths) {
    for (const sent of [{}, headers]) {
      const response = await fixture.request(null, path, { headers: sent })
      await response.body?.cancel()
    }
  }
  const form = new URLSearchParams({ login: secret, password: secret })
  const init = { method: 'POST', body: form, headers: { origin: 'http://lake.test' } }
  await (await fixture.request(null, '/v1/auth/login/local', init)).text()
  expect(fixture.logged.join('')).toContain('/v1/nowhere')
  expect(fixture.logged.join('')).not.toContain(secret)
})
