import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, ORIGIN, readCookie, type AccessFixture } from './access-fixture.ts'

const PASSWORD = 'сорок две вороны'
const DAY_MS = 24 * 60 * 60 * 1000

let fixture: AccessFixture

beforeEach(() => {
  fixture = createAccessFixture()
})

afterEach(() => fixture.close())

async function setPassword(cookie: string, next = PASSWORD, current = '') {
  return fixture.post('/v1/auth/password', { current, next, repeated: next }, { cookie })
}

test('a link signs in, shows who one is, and signing out ends it', async () => {
  const { accounts } = fixture.access
  const user = accounts.addUser('anna@school.test', 'editor', 'Анна Петрова')
  const response = await fixture.get(accounts.createSignInLink('anna@school.test'))
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/studio')
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/)
  expect(response.headers.get('set-cookie')).toMatch(/SameSite=Lax/)
  expect(response.headers.get('set-cookie')).toMatch(/Path=\//)
  expect(response.headers.get('set-cookie')).not.toMatch(/Secure/)

  const cookie = readCookie(response)
  const me = await fixture.get('/v1/users/me', { cookie })
  expect(await me.json()).toEqual({
    id: user.id,
    name: 'Анна Петрова',
    email: 'anna@school.test',
    role: 'editor',
    roles: [{ name: 'editor', title: 'Редактор', description: '' }],
    provider: 'local',
  })
  const id = await fixture.get('/v1/auth/id', { cookie })
  expect(await id.json()).toEqual({ id: user.id, expiry: '2026-10-01T09:00:00.000Z' })

  const out = await fixture.post('/v1/auth/logout', {}, { cookie })
  expect(out.status).toBe(200)
  expect(out.headers.get('set-cookie')).toMatch(/kopilka_session=;.*Max-Age=0/)
  const after = await fixture.get('/v1/users/me', { cookie })
  expect(after.status).toBe(401)
  expect(await after.json()).toMatchObject({ statusCode: 401, errorCode: 'SIO-401-ANF' })
})

test('behind HTTPS the cookie is Secure and bound to the host', async () => {
  const secure = createAccessFixture('https://nastavnik.test')
  secure.access.accounts.addUser('anna', 'viewer')
  const response = await secure.get(secure.access.accounts.createSignInLink('anna'))
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-kopilka_session=.*Secure/)
  const me = await secure.get('/v1/users/me', { cookie: readCookie(response) })
  expect(me.status).toBe(200)
  secure.close()
})

test('a session ends after thirty days', async () => {
  const cookie = await fixture.signIn('anna', 'viewer')
  const use = async () => (await fixture.get('/v1/users/me', { cookie })).status
  for (let week = 1; week <= 4; week++) {
    fixture.moveClock(7 * DAY_MS)
    expect(await use()).toBe(200)
  }
  fixture.moveClock(2 * DAY_MS - 1)
  expect(await use()).toBe(200)
  fixture.moveClock(1)
  expect(await use()).toBe(401)
})

test('a session that nobody uses ends after two weeks', async () => {
  const cookie = await fixture.signIn('anna', 'viewer')
  fixture.moveClock(14 * DAY_MS)
  expect((await fixture.get('/v1/users/me', { cookie })).status).toBe(401)
  expect(fixture.access.sessions.listOf(fixture.access.accounts.listUsers()[0]?.id ?? '')).toEqual([])
})

test('a password is set after the link and then signs in by the form', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const page = await fixture.get('/v1/auth/password', { cookie })
  const text = await page.text()
  expect(text).toContain('Новый пароль')
  expect(text).not.toContain('Нынешний пароль')

  const saved = await setPassword(cookie)
  expect(saved.status).toBe(200)
  expect(fixture.access.accounts.listUsers()).toMatchObject([{ login: 'anna', hasPassword: true }])

  const form = await fixture.get(
    `/v1/auth/login/local?origin=${encodeURIComponent(`${ORIGIN}/studio/x?y=1`)}`,
  )
  expect(await form.text()).toContain('name="target" value="/studio/x?y=1"')
  const signedIn = await fixture.post('/v1/auth/login/local', {
    login: ' ANNA ',
    password: PASSWORD,
    target: '/studio/x?y=1',
  })
  expect(signedIn.status).toBe(303)
  expect(signedIn.headers.get('location')).toBe('/studio/x?y=1')
  expect((await fixture.get('/v1/users/me', { cookie: readCookie(signedIn) })).status).toBe(200)
})

test('a new password ends the other sessions and gives this one a fresh secret', async () => {
  const first = await fixture.signIn('anna', 'editor')
  const other = readCookie(await fixture.get(fixture.access.accounts.createSignInLink('anna')))
  const kept = readCookie(await setPassword(first))
  const statuses = await Promise.all(
    [first, other, kept].map(async (cookie) => (await fixture.get('/v1/users/me', { cookie })).status),
  )
  expect(statuses).toEqual([401, 401, 200])
})

test('the current password is asked for, unless the session came from a fresh link', async () => {
  const { accounts } = fixture.access
  const cookie = readCookie(await setPassword(await fixture.signIn('anna', 'editor')))
  expect(await (await fixture.get('/v1/auth/password', { cookie })).text()).toContain('Нынешний пароль')
  expect((await setPassword(cookie, 'другой пароль', 'не тот пароль')).status).toBe(400)
  expect((await setPassword(cookie, 'другой пароль', PASSWORD)).status).toBe(200)

  const byLink = readCookie(await fixture.get(accounts.createSignInLink('anna')))
  expect((await setPassword(byLink, 'третий пароль')).status).toBe(200)
  const stale = readCookie(await fixture.get(accounts.createSignInLink('anna')))
  fixture.moveClock(31 * 60_000)
  expect((await setPassword(stale, 'ещё один пароль')).status).toBe(400)
})

test.each([
  ['короткий', 'короткий', 'не короче'],
  ['аааааааааааа', 'аааааааааааа', 'слишком простой'],
  ['длинный-логин', 'длинный-логин', 'не должен совпадать с логином'],
  ['хороший пароль', 'плохой пароль!', 'не совпадают'],
  ['х'.repeat(201), 'х'.repeat(201), 'не длиннее'],
])('refuses the password %s', async (next, repeated, reason) => {
  const cookie = await fixture.signIn('длинный-логин', 'editor')
  const response = await fixture.post('/v1/auth/password', { next, repeated }, { cookie })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(reason)
})

test('the Studio may trade a one-time sid for a token', async () => {
  await setPassword(await fixture.signIn('anna', 'editor'))
  const signedIn = await fixture.post('/v1/auth/login/local', {
    login: 'anna',
    password: PASSWORD,
    target: '/studio',
    withSid: 'true',
  })
  const sid = /^\/studio#sid=(.{20,})$/.exec(signedIn.headers.get('location') ?? '')?.[1] ?? ''
  const exchanged = await fixture.get(`/v1/auth/fetch?sid=${sid}`)
  expect(exchanged.headers.get('set-cookie')).toMatch(/kopilka_session=/)
  const { token } = await exchanged.json()
  expect((await fixture.get('/v1/users/me', { authorization: `Bearer ${token}` })).status).toBe(200)
  expect((await fixture.get(`/v1/auth/fetch?sid=${sid}`)).status).toBe(404)
})

test('providers name the sign-in form', async () => {
  const response = await fixture.get('/v1/auth/providers')
  expect(await response.json()).toMatchObject({
    providers: [{ name: 'local', title: 'Логин и пароль', url: `${ORIGIN}/v1/auth/login/local` }],
  })
})
