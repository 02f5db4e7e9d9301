import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteAddress } from '../http/client-address.ts'
import { createAccessFixture, ORIGIN, readCookie, type AccessFixture } from './access-fixture.ts'

const PASSWORD = 'сорок две вороны'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'

let fixture: AccessFixture

beforeEach(() => {
  fixture = createAccessFixture()
})

afterEach(() => fixture.close())

const statusOf = async (cookie: string) => (await fixture.get('/v1/users/me', { cookie })).status
const signInAgain = async (agent = CHROME) =>
  readCookie(await fixture.get(fixture.access.accounts.createSignInLink('anna'), { 'user-agent': agent }))

test('the page lists where one is signed in, and ends one of the sessions', async () => {
  const here = await fixture.signIn('anna', 'editor')
  const there = await signInAgain()
  const page = await (await fixture.get('/v1/auth/account', { cookie: here })).text()
  expect(page).toContain('Chrome, Windows')
  expect(page.match(/этот вход/g)).toHaveLength(1)
  const ids = [...page.matchAll(/name="session" value="(\w+)"/g)].map(([, id = '']) => id)
  expect(ids).toHaveLength(1)
  await fixture.post('/v1/auth/account', { action: 'end', session: ids[0] ?? '' }, { cookie: here })
  expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401])
})

test('signing out everywhere ends every session, this one too', async () => {
  const here = await fixture.signIn('anna', 'editor')
  const there = await signInAgain()
  const other = await fixture.signIn('boris', 'editor')
  const out = await fixture.post('/v1/auth/account', { action: 'everywhere' }, { cookie: here })
  expect(out.headers.get('location')).toBe('/v1/auth/login/local')
  expect([await statusOf(here), await statusOf(there), await statusOf(other)]).toEqual([401, 401, 200])
})

test('nobody ends the session of somebody else', async () => {
  const anna = await fixture.signIn('anna', 'editor')
  const boris = await fixture.signIn('boris', 'editor')
  const [user] = fixture.access.accounts.listUsers()
  const [session] = fixture.access.sessions.listOf(user?.id ?? '')
  for (const id of [session?.id ?? '', '', session?.id.slice(0, 4) ?? '']) {
    await fixture.post('/v1/auth/account', { action: 'end', session: id }, { cookie: boris })
  }
  expect([await statusOf(anna), await statusOf(boris)]).toEqual([200, 200])
})

test('a form of another site does nothing', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  for (const path of ['/v1/auth/account', '/v1/auth/second-factor', '/v1/auth/password', '/v1/auth/code']) {
    const answer = await fixture.post(
      path,
      { action: 'everywhere' },
      { cookie, origin: 'https://evil.example' },
    )
    expect([path, answer.status]).toEqual([path, 403])
  }
  expect(await statusOf(cookie)).toBe(200)
})

test('who is not signed in is sent to sign in and comes back', async () => {
  for (const path of ['/v1/auth/account', '/v1/auth/second-factor', '/v1/auth/password']) {
    const answer = await fixture.get(path)
    expect(answer.headers.get('location')).toBe(`/v1/auth/login/local?origin=${encodeURIComponent(path)}`)
  }
})

test('the name of a browser cannot carry markup into the page', async () => {
  const here = await fixture.signIn('anna', 'editor')
  fixture.access.sessions.start(fixture.access.accounts.listUsers()[0]?.id ?? '', 'link', {
    address: '<script>alert(1)</script>',
    agent: '<script>alert(2)</script>',
  })
  expect(await (await fixture.get('/v1/auth/account', { cookie: here })).text()).not.toContain('<script')
})

/** A sign-in as it comes from an address. */
async function submitFrom(address: string, login: string, password: string): Promise<number> {
  const request = new Request(`${ORIGIN}/v1/auth/login/local`, {
    method: 'POST',
    body: new URLSearchParams({ login, password }),
    headers: { origin: ORIGIN },
  })
  noteAddress(request, address)
  return (await fixture.app.fetch(request)).status
}

test('an address that tries many logins has to wait, other addresses do not', async () => {
  const cookie = await fixture.signIn('anna', 'editor')
  await fixture.post('/v1/auth/password', { next: PASSWORD, repeated: PASSWORD }, { cookie })
  const statuses = new Set<number>()
  expect(await submitFrom('2001:db8:1:2:3:4:5:6', 'anna', PASSWORD)).toBe(303)
  for (let n = 0; n < 30; n++) {
    statuses.add(await submitFrom('2001:db8:1:2:3:4:5:6', `login${n}`, 'мимо'))
  }
  expect([...statuses]).toEqual([401])
  expect(await submitFrom('2001:db8:1:2:ffff::1', 'anna', PASSWORD)).toBe(429)
  expect(await submitFrom('192.0.2.7', 'anna', PASSWORD)).toBe(303)
  fixture.moveClock(30_000)
  expect(await submitFrom('2001:db8:1:2::9', 'anna', PASSWORD)).toBe(303)
}, 60_000)

test.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['::1', '127.0.0.1'],
  ['192.0.2.7', '192.0.2.7'],
])('the address %s counts as %s', async (address, counted) => {
  const cookie = await fixture.signIn('anna', 'editor')
  await fixture.post('/v1/auth/password', { next: PASSWORD, repeated: PASSWORD }, { cookie })
  await submitFrom(address, 'anna', PASSWORD)
  expect(fixture.access.audit.list({ limit: 1, kinds: ['sign-in'] })).toMatchObject([{ address: counted }])
})
