import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, ORIGIN, readCookie, type AccessFixture } from './access-fixture.ts'
import { openAccountStore } from '../store/accounts.ts'
import { openAccess } from './open-access.ts'

const PASSWORD = 'сорок две вороны'
const MINUTE_MS = 60_000

let fixture: AccessFixture

beforeEach(() => {
  fixture = createAccessFixture()
})

afterEach(() => fixture.close())

async function addUserWithPassword(login: string) {
  const cookie = await fixture.signIn(login, 'editor')
  await fixture.post('/v1/auth/password', { next: PASSWORD, repeated: PASSWORD }, { cookie })
}

function submit(login: string, password: string, headers: Record<string, string> = {}) {
  return fixture.post('/v1/auth/login/local', { login, password, target: '/studio' }, headers)
}

async function statusOfMe(headers: Record<string, string>) {
  return (await fixture.get('/v1/users/me', headers)).status
}

test('a link works once, also when it is used twice at the same moment', async () => {
  const { accounts } = fixture.access
  accounts.addUser('anna', 'administrator')
  const link = accounts.createSignInLink('anna')
  const both = await Promise.all([fixture.get(link), fixture.get(link)])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 410]))
  const dead = await fixture.get(link)
  expect(dead.headers.get('set-cookie')).toBeNull()
  expect(await dead.text()).toContain('Ссылка больше не действует')
})

test('of two processes only one can use a link', () => {
  fixture.access.accounts.addUser('anna', 'administrator')
  const secret = fixture.access.accounts.createSignInLink('anna').split('token=')[1] ?? ''
  const other = openAccess({ dataDir: fixture.dataDir, now: fixture.now })
  expect(other.signIn.withLink(secret)).not.toBeNull()
  expect(fixture.access.signIn.withLink(secret)).toBeNull()
  other.close()
})

test('a link dies after a day, with its user, and for another purpose', async () => {
  const { accounts, signIn } = fixture.access
  accounts.addUser('anna', 'editor')
  const late = accounts.createSignInLink('anna')
  fixture.moveClock(24 * 60 * MINUTE_MS)
  expect((await fixture.get(late)).status).toBe(410)

  const secret = accounts.createSignInLink('anna').split('token=')[1] ?? ''
  expect(signIn.withExchange(secret)).toBeNull()
  accounts.removeUser('anna')
  expect(signIn.withLink(secret)).toBeNull()
})

test.each<[string, Record<string, string>, string]>([
  ['a HEAD request', {}, 'HEAD'],
  ['a prefetch', { 'sec-purpose': 'prefetch;prerender' }, 'GET'],
  ['a messenger', { 'user-agent': 'TelegramBot (like TwitterBot)' }, 'GET'],
  ['ВКонтакте', { 'user-agent': 'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)' }, 'GET'],
])('%s does not use a link up', async (_name, headers, method) => {
  const { accounts } = fixture.access
  accounts.addUser('anna', 'editor')
  const link = accounts.createSignInLink('anna')
  const preview = await fixture.app.request(`${ORIGIN}${link}`, { method, headers })
  expect(preview.headers.get('set-cookie')).toBeNull()
  expect((await fixture.get(link)).status).toBe(303)
})

test('secrets are not stored', async () => {
  const { accounts } = fixture.access
  const cookie = await fixture.signIn('anna', 'editor')
  await fixture.post('/v1/auth/password', { next: PASSWORD, repeated: PASSWORD }, { cookie })
  const link = accounts.createSignInLink('anna').split('token=')[1] ?? ''
  const token = accounts.addToken('импорт', 'editor')
  const session = readCookie(await submit('anna', PASSWORD)).split('=')[1] ?? ''
  const disk = ['accounts.sqlite', 'accounts.sqlite-wal']
    .map((name) => readFileSync(join(fixture.dataDir, name)).toString('latin1'))
    .join('')
  for (const secret of [link, token, session]) {
    expect(secret.length).toBeGreaterThan(40)
    expect(disk).not.toContain(secret)
  }
  expect(disk).not.toContain(Buffer.from(PASSWORD).toString('latin1'))
  expect(disk).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
})

test.each([
  ['a forged cookie', { cookie: 'kopilka_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['an empty bearer', { authorization: 'Bearer ' }],
  ['a forged bearer', { authorization: 'Bearer kopilka_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['basic credentials', { authorization: 'Basic YW5uYTphbm5h' }],
  ['nothing', {}],
])('%s is nobody', async (_name, headers) => {
  await fixture.signIn('anna', 'editor')
  expect(await statusOfMe({ ...headers })).toBe(401)
})

test('the stored hash of a session is no credential', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const secret = cookie.split('=')[1] ?? ''
  const hash = fixture.access.sessions.find(secret)?.session.hash ?? ''
  expect(hash).toHaveLength(64)
  expect(await statusOfMe({ authorization: `Bearer ${hash}` })).toBe(401)
  expect(await statusOfMe({ authorization: `Bearer ${secret}` })).toBe(200)
})

test('after sign-out the session is dead as a cookie and as a bearer', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const secret = cookie.split('=')[1] ?? ''
  await fixture.post('/v1/auth/logout', {}, { cookie })
  expect(await statusOfMe({ cookie })).toBe(401)
  expect(await statusOfMe({ authorization: `Bearer ${secret}` })).toBe(401)
})

test('a token is refused as soon as another process revokes it', async () => {
  const token = fixture.access.accounts.addToken('импорт', 'editor')
  const headers = { authorization: `Bearer ${token}` }
  expect(await statusOfMe(headers)).toBe(200)
  const other = openAccess({ dataDir: fixture.dataDir, now: fixture.now })
  other.accounts.revokeToken('импорт')
  other.close()
  expect(await statusOfMe(headers)).toBe(401)
})

test('a removed user and a changed role count from the next request on', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  const role = async () => (await (await fixture.get('/v1/users/me', { cookie })).json()).role
  fixture.access.accounts.changeRole('anna', 'viewer')
  expect(await role()).toBe('viewer')
  fixture.access.accounts.removeUser('anna')
  expect(await statusOfMe({ cookie })).toBe(401)
})

test.each([
  ['another site', { origin: 'https://evil.test' }],
  ['another port of the same host', { origin: 'http://lake.test:8080' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a same-site page without Origin', { origin: '', 'sec-fetch-site': 'same-site' }],
])('a page of %s can change nothing with the cookie', async (_name, headers) => {
  const cookie = await fixture.signIn('anna', 'editor')
  const forged = { ...headers, cookie }
  const body = JSON.stringify([{ key: 'theme', value: 'dark' }])
  const put = await fixture.app.request(`${ORIGIN}/v1/users/me/keyvalue`, {
    method: 'PUT',
    body,
    headers: forged,
  })
  expect(put.status).toBe(403)
  const signOut = await fixture.post('/v1/auth/logout', {}, forged)
  expect(signOut.status).toBe(403)
  const password = await fixture.post('/v1/auth/password', { next: PASSWORD, repeated: PASSWORD }, forged)
  expect(password.status).toBe(403)
  const signIn = await submit('anna', PASSWORD, headers)
  expect(signIn.status).toBe(403)
  expect(await statusOfMe(forged)).toBe(401)
  expect(await statusOfMe({ cookie })).toBe(200)
})

test('a bearer token works from any origin, because browsers do not add it by themselves', async () => {
  const token = fixture.access.accounts.addToken('импорт', 'editor')
  expect(await statusOfMe({ origin: 'https://other.test', authorization: `Bearer ${token}` })).toBe(200)
})

test('signing in never takes over a session that the browser brought along', async () => {
  await addUserWithPassword('victim')
  const planted = await fixture.signIn('attacker', 'viewer')
  const signedIn = await submit('victim', PASSWORD, { cookie: planted })
  expect(readCookie(signedIn)).not.toBe(planted)
  expect(await statusOfMe({ cookie: planted })).toBe(401)
})

test('a link, too, replaces the session that the browser brought along', async () => {
  const { accounts } = fixture.access
  const planted = await fixture.signIn('attacker', 'viewer')
  accounts.addUser('victim', 'editor')
  const signedIn = await fixture.get(accounts.createSignInLink('victim'), { cookie: planted })
  expect(await statusOfMe({ cookie: planted })).toBe(401)
  expect(await statusOfMe({ cookie: readCookie(signedIn) })).toBe(200)
})

test('of a removed user no session is left, and none can be started', async () => {
  const { accounts, sessions } = fixture.access
  const secret = (await fixture.signIn('anna', 'editor')).split('=')[1] ?? ''
  const found = sessions.find(secret)
  accounts.removeUser('anna')
  const store = openAccountStore(join(fixture.dataDir, 'accounts.sqlite'))
  expect(store.sessions.find(found?.session.hash ?? '', '')).toBeNull()
  store.close()
  const started = sessions.start(found?.user.id ?? '', 'link')
  expect(sessions.find(started.secret)).toBeNull()
})

test('unknown and known logins cannot be told apart', async () => {
  await addUserWithPassword('anna')
  await fixture.signIn('without-password', 'editor')
  const answers = []
  for (const login of ['anna', 'nobody', 'without-password']) {
    const statuses = []
    let text = ''
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const response = await submit(login, 'неверный пароль')
      statuses.push(response.status)
      text = (await response.text()).replaceAll(login, '')
    }
    answers.push(JSON.stringify({ statuses, text }))
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('[401,401,401,401,401,429,429]')
})

/** What something costs of the processor, in microseconds. */
async function workOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

test('a login that nobody has takes as much work as one that somebody has', async () => {
  await addUserWithPassword('anna')
  const known = await workOf(() => submit('anna', 'неверный пароль'))
  const unknown = await workOf(() => submit('nobody', 'неверный пароль'))
  // Without the work of a password it would be a hundredth.
  expect(unknown).toBeGreaterThan(known / 4)
})

test('five wrong passwords lock a login for longer and longer, and the right one unlocks it in time', async () => {
  await addUserWithPassword('anna')
  for (let attempt = 0; attempt < 5; attempt += 1) await submit('anna', 'неверный пароль')
  expect((await submit('anna', PASSWORD)).status).toBe(429)
  fixture.moveClock(30_001)
  expect((await submit('anna', 'неверный пароль')).status).toBe(401)
  fixture.moveClock(30_001)
  expect((await submit('anna', PASSWORD)).status).toBe(429)
  fixture.moveClock(30_001)
  expect((await submit('anna', PASSWORD)).status).toBe(303)
  expect((await submit('anna', 'неверный пароль')).status).toBe(401)
})

test('many attempts at the same moment do not slip past the lock', async () => {
  await addUserWithPassword('anna')
  const flood = await Promise.all(Array.from({ length: 20 }, () => submit('anna', 'неверный пароль')))
  expect(flood.filter(({ status }) => status === 401)).toHaveLength(5)
})

test('a sign-in link still works while the password is locked', async () => {
  await addUserWithPassword('anna')
  for (let attempt = 0; attempt < 6; attempt += 1) await submit('anna', 'неверный пароль')
  expect((await fixture.get(fixture.access.accounts.createSignInLink('anna'))).status).toBe(303)
})

test.each([
  'https://evil.test/',
  '//evil.test/studio',
  '/\\evil.test',
  'javascript:alert(1)',
  'http://lake.test@evil.test/',
  'http://lake.test:8080/studio',
  'data:text/html,x',
])('signing in does not lead to %s', async (target) => {
  await addUserWithPassword('anna')
  const page = await fixture.get(`/v1/auth/login/local?origin=${encodeURIComponent(target)}`)
  expect(await page.text()).toContain('name="target" value="/studio"')
  const response = await fixture.post('/v1/auth/login/local', { login: 'anna', password: PASSWORD, target })
  expect(response.headers.get('location')).toBe('/studio')
})

test('what is typed into the form is shown as text', async () => {
  const login = '"><script>alert(1)</script>'
  const page = await (await submit(login, 'x')).text()
  expect(page).not.toContain('<script>')
  const form = await fixture.get('/v1/auth/login/local')
  expect(form.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(form.headers.get('x-frame-options')).toBe('DENY')
})

test.each(['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', 'image/png'])(
  'a form that is none (%s) is no more than a wrong request',
  async (type) => {
    for (const path of ['/v1/auth/login/local', '/v1/auth/code', '/v1/auth/password', '/v1/auth/account']) {
      const headers = { 'content-type': type, origin: ORIGIN }
      const response = await fixture.app.request(`${ORIGIN}${path}`, { method: 'POST', body: '{', headers })
      expect(response.status).toBeLessThan(500)
    }
  },
)

test('huge bodies are refused before they are read', async () => {
  const response = await submit('anna', 'x'.repeat(300 * 1024))
  expect(response.status).toBe(413)
})

test('strangers learn nothing about users', async () => {
  await fixture.signIn('anna', 'editor')
  const { id } = fixture.access.accounts.listUsers()[0] ?? { id: '' }
  for (const path of [`/v1/users/${id}`, '/v1/users/me', '/v1/users/me/keyvalue/theme', '/v1/auth/id']) {
    const response = await fixture.get(path)
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('anna')
  }
})
