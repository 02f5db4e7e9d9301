import { expect, test } from 'vitest'
import { readRelayedUrl } from './relayed-url.ts'

const UPGRADE = new Request('http://localhost:4321/v1/streams')

test.each([
  ['/v1/data/listen/production?query=*', '/v1/data/listen/production?query=*'],
  ['/vX/data/live/events/production', '/vX/data/live/events/production'],
  ['http://localhost:4321/v2025-02-19/data/listen/production', '/v2025-02-19/data/listen/production'],
  ['https://school.test/v1/data/listen/production', '/v1/data/listen/production'],
])('%s is relayed', (text, path) => {
  expect(readRelayedUrl(text, UPGRADE, 'https://school.test')?.href).toBe(`http://localhost:4321${path}`)
})

test.each([
  '/v1/data/query/production',
  '/v1/data/mutate/production',
  '/v1/users/me',
  '/v1/auth/logout',
  '/v1/data/listen/../query/production',
  '/v1/data/listen/%2e%2e/query/production',
  '/v1/data/listen/..%2fquery',
  '/v1/data/listen/production/../../query/production',
  '/v1/data/listen/',
  '//evil.test/v1/data/listen/production',
  'http://169.254.169.254/v1/data/listen/production',
  'http://localhost:4322/v1/data/listen/production',
  'http://user:pass@localhost:4321/v1/data/listen/production',
  'file:///v1/data/listen/production',
  'ws://localhost:4321/v1/data/listen/production',
  'not a url at all\0',
  '',
])('%j is not relayed', (text) => {
  expect(readRelayedUrl(text, UPGRADE)).toBeNull()
})
