import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, ORIGIN, type AccessFixture } from './access-fixture.ts'

let fixture: AccessFixture

beforeEach(() => {
  fixture = createAccessFixture()
})

afterEach(() => fixture.close())

function putPreferences(body: unknown, headers: Record<string, string>) {
  return fixture.app.request(`${ORIGIN}/v1/users/me/keyvalue`, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { origin: ORIGIN, ...headers },
  })
}

test('one id gives a user, several give those that are known', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const boris = fixture.access.accounts.addUser('boris', 'viewer', 'Борис Орлов')
  fixture.access.accounts.addToken('импорт', 'editor')
  const token = fixture.access.accounts.listTokens()[0]?.id ?? ''

  const one = await fixture.get(`/v1/users/${boris.id}`, { cookie })
  expect(await one.json()).toMatchObject({ id: boris.id, displayName: 'Борис Орлов' })
  const several = await fixture.get(`/v1/users/${boris.id},${token},nobody,me`, { cookie })
  expect(await several.json()).toMatchObject([
    { displayName: 'Борис Орлов' },
    { displayName: 'импорт' },
    { displayName: 'anna' },
  ])
  expect((await fixture.get('/v1/users/nobody', { cookie })).status).toBe(404)
})

test('preferences come back as they were stored, each user having their own', async () => {
  const anna = await fixture.signIn('anna', 'editor')
  const boris = await fixture.signIn('boris', 'viewer')
  const stored = [
    { key: 'studio.theme', value: { scheme: 'dark' } },
    { key: 'recent', value: null },
  ]
  expect(await (await putPreferences(stored, { cookie: anna })).json()).toEqual(stored)
  await putPreferences([{ key: 'studio.theme', value: 'light' }], { cookie: anna })
  const path = '/v1/users/me/keyvalue/studio.theme,recent,never'
  expect(await (await fixture.get(path, { cookie: anna })).json()).toEqual([
    { key: 'studio.theme', value: 'light' },
    { key: 'recent', value: null },
    { key: 'never', value: null },
  ])
  expect(await (await fixture.get('/v1/users/me/keyvalue/studio.theme', { cookie: boris })).json()).toEqual([
    { key: 'studio.theme', value: null },
  ])
})

test('a token keeps no preferences', async () => {
  const authorization = `Bearer ${fixture.access.accounts.addToken('импорт', 'editor')}`
  expect(await (await putPreferences([{ key: 'a', value: 1 }], { authorization })).json()).toEqual([])
})

test.each([
  ['not a list', {}],
  ['no key', [{ value: 1 }]],
  ['a long key', [{ key: 'k'.repeat(201), value: 1 }]],
  ['a long value', [{ key: 'k', value: 'v'.repeat(64_001) }]],
  ['too many at once', Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 1 }))],
])('preferences with %s are refused and nothing is stored', async (_name, body) => {
  const cookie = await fixture.signIn('anna', 'editor')
  expect((await putPreferences(body, { cookie })).status).toBe(400)
  expect(await (await fixture.get('/v1/users/me/keyvalue/k0', { cookie })).json()).toEqual([
    { key: 'k0', value: null },
  ])
})
