import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, ORIGIN, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture({ allowedOrigins: ['https://site.example'] })
})

afterAll(() => fixture.close())

const ask = (origin: string, method = 'GET') =>
  fixture.request(null, '/v1/data/query/production?query=1', { method, headers: { origin } })

test.each([
  { origin: ORIGIN, allowed: true, withCredentials: true },
  { origin: 'https://site.example', allowed: true, withCredentials: false },
  { origin: 'https://evil.example', allowed: false, withCredentials: false },
  { origin: 'http://lake.test:8080', allowed: false, withCredentials: false },
  { origin: 'null', allowed: false, withCredentials: false },
])('pages of $origin: $allowed', async ({ origin, allowed, withCredentials }) => {
  const response = await ask(origin)
  expect(response.headers.get('access-control-allow-origin')).toBe(allowed ? origin : null)
  expect(response.headers.get('vary')).toContain('Origin')
  const preflight = await ask(origin, 'OPTIONS')
  expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed ? origin : null)
  const probe = await fixture.request(null, '/v1/check/cors', { headers: { origin } })
  expect(await probe.json()).toEqual({ result: { allowed, withCredentials } })
})

test('errors can be read by allowed pages too', async () => {
  const headers = { origin: 'https://site.example', authorization: 'Bearer wrong' }
  const response = await fixture.request(null, '/v1/data/query/production?query=1', { headers })
  expect(response.status).toBe(401)
  expect(response.headers.get('access-control-allow-origin')).toBe('https://site.example')
})
