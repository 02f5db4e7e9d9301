import { expect, test } from 'vitest'
import { lakeAccess } from './lake-access.ts'

test('a hosted project is reached in the ways of the Studio itself', () => {
  expect(lakeAccess('abc123', 'https://kopilka.example')).toEqual({})
})

test('the embedded lake is reached on the origin of the Studio, signed in by a cookie', () => {
  const { apiHost, auth, unstable_clientFactory } = lakeAccess('local', 'https://kopilka.example')
  expect(apiHost).toBe('https://kopilka.example')
  expect(auth).toMatchObject({
    loginMethod: 'cookie',
    redirectOnSingle: true,
    providers: [{ url: 'https://kopilka.example/v1/auth/login/local' }],
  })
  const client = unstable_clientFactory?.({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
  })
  expect(client?.getUrl('/data/query/production')).toBe(
    'https://kopilka.example/v2025-02-19/data/query/production',
  )
})
