import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, ORIGIN, type AccessFixture } from './access-fixture.ts'
import { AccountError } from './account-error.ts'
import { ANONYMOUS } from './identity.ts'

let fixture: AccessFixture

beforeEach(() => {
  fixture = createAccessFixture()
})

afterEach(() => fixture.close())

function requestWith(headers: Record<string, string>, method = 'GET') {
  return new Request(`${ORIGIN}/v1/users/me`, { method, headers })
}

test('users are kept in order of login, under one spelling', () => {
  const { accounts } = fixture.access
  accounts.addUser(' Yana ', 'viewer')
  accounts.addUser('БОРИС', 'editor', ' Борис Орлов ')
  expect(accounts.listUsers()).toMatchObject([
    {
      login: 'yana',
      name: 'yana',
      role: 'viewer',
      hasPassword: false,
      createdAt: '2026-09-01T09:00:00.000Z',
    },
    { login: 'борис', name: 'Борис Орлов', role: 'editor' },
  ])
})

test.each(['', 'a', 'два слова', '<script>', 'x'.repeat(65), "o'brien"])('"%s" is no login', (login) => {
  expect(() => fixture.access.accounts.addUser(login, 'viewer')).toThrow(/не годится в логины/)
})

test('what cannot be done says why', () => {
  const { accounts } = fixture.access
  accounts.addUser('anna', 'administrator')
  const cases: [() => unknown, string][] = [
    [() => accounts.addUser('Anna', 'viewer'), 'Логин «anna» уже занят.'],
    [() => accounts.createSignInLink('boris'), 'Нет пользователя с логином «boris».'],
    [() => accounts.removeUser('boris'), 'Нет пользователя с логином «boris».'],
    [() => accounts.removeUser('anna'), 'единственный администратор'],
    [() => accounts.changeRole('anna', 'editor'), 'единственный администратор'],
    [() => accounts.addToken(' ', 'editor'), 'Дайте токену название'],
    [() => accounts.revokeToken('импорт'), 'Нет действующего токена «импорт».'],
  ]
  for (const [act, message] of cases) {
    expect(act).toThrow(AccountError)
    expect(act).toThrow(message)
  }
})

test('a removed user frees the login and keeps the name for history', () => {
  const { accounts, people } = fixture.access
  const { id } = accounts.addUser('anna', 'editor', 'Анна Петрова')
  accounts.removeUser('anna')
  expect(accounts.listUsers()).toEqual([])
  expect(people.find(id)).toEqual({ id, displayName: 'Анна Петрова' })
  expect(accounts.addUser('anna', 'viewer').id).not.toBe(id)
})

test('identify tells users, tokens and strangers apart', async () => {
  const { accounts } = fixture.access
  const cookie = await fixture.signIn('anna@school.test', 'editor')
  const token = accounts.addToken('импорт', 'administrator')
  expect(accounts.identify(requestWith({}))).toEqual(ANONYMOUS)
  expect(accounts.identify(requestWith({ cookie }))).toMatchObject({
    name: 'anna@school.test',
    email: 'anna@school.test',
    role: 'editor',
    kind: 'user',
  })
  expect(accounts.identify(requestWith({ authorization: `Bearer ${token}` }, 'POST'))).toMatchObject({
    name: 'импорт',
    email: '',
    role: 'administrator',
    kind: 'token',
  })
})

test('a read with the cookie from another origin is a stranger, a write is refused', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const foreign = { cookie, origin: 'http://lake.test:3000' }
  expect(fixture.access.accounts.identify(requestWith(foreign))).toEqual(ANONYMOUS)
  expect(() => fixture.access.accounts.identify(requestWith(foreign, 'POST'))).toThrow(/another origin/)
})

test('whether somebody is signed in can be asked without fear', async () => {
  const { accounts } = fixture.access
  const cookie = await fixture.signIn('anna', 'viewer')
  expect(accounts.isSignedIn(requestWith({ cookie }))).toBe(true)
  expect(accounts.isSignedIn(requestWith({ cookie: 'kopilka_session=ended' }))).toBe(false)
  expect(accounts.isSignedIn(requestWith({ authorization: 'Bearer revoked' }))).toBe(false)
  expect(accounts.isSignedIn(requestWith({ cookie, origin: 'https://evil.test' }, 'POST'))).toBe(false)
  expect(accounts.isSignedIn(requestWith({}))).toBe(false)
})

test('tokens are listed without secrets and remember, by the hour, when they were used', () => {
  const { accounts } = fixture.access
  const token = accounts.addToken('импорт', 'editor')
  const [listed] = accounts.listTokens()
  expect(listed).toMatchObject({ label: 'импорт', role: 'editor', lastUsedAt: null })
  expect(JSON.stringify(listed)).not.toContain(token)

  accounts.identify(requestWith({ authorization: `Bearer ${token}` }))
  fixture.moveClock(60_000)
  accounts.identify(requestWith({ authorization: `Bearer ${token}` }))
  expect(accounts.listTokens()[0]?.lastUsedAt).toBe('2026-09-01T09:00:00.000Z')
})

test('a token is revoked by id, or by a label that is the only one', () => {
  const { accounts } = fixture.access
  accounts.addToken('импорт', 'editor')
  accounts.addToken('импорт', 'viewer')
  expect(() => accounts.revokeToken('импорт')).toThrow('несколько')
  accounts.revokeToken(accounts.listTokens()[0]?.id ?? '')
  accounts.revokeToken('импорт')
  expect(accounts.listTokens()).toEqual([])
})
