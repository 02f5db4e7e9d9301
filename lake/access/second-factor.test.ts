import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, readCookie, type AccessFixture } from './access-fixture.ts'

const PASSWORD = 'сорок две вороны'
const STEP_MS = 30_000

let fixture: AccessFixture
let cookie: string

beforeEach(async () => {
  fixture = createAccessFixture()
  const byLink = await fixture.signIn('anna', 'editor')
  cookie = readCookie(
    await fixture.post('/v1/auth/password', { next: PASSWORD, repeated: PASSWORD }, { cookie: byLink }),
  )
})

afterEach(() => fixture.close())

/** The code that the telephone shows now. */
function codeOf(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) })
  return totp.generate({ timestamp: fixture.now().getTime() + steps * STEP_MS })
}

/** Switches the second factor on. @returns the secret, recovery codes and the new session */
async function enrol() {
  const page = await (await fixture.get('/v1/auth/second-factor', { cookie })).text()
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? ''
  expect(secret.replaceAll(' ', '')).toHaveLength(32)
  const done = await fixture.post(
    '/v1/auth/second-factor',
    { action: 'confirm', code: codeOf(secret) },
    { cookie },
  )
  expect(done.status).toBe(200)
  const codes = [...(await done.text()).matchAll(/<code>([a-z2-9-]+)<\/code>/g)].map(([, code = '']) => code)
  expect(codes).toHaveLength(10)
  cookie = readCookie(done)
  fixture.moveClock(STEP_MS)
  return { secret, codes }
}

const submitPassword = () => fixture.post('/v1/auth/login/local', { login: 'anna', password: PASSWORD })

async function ticketOf(response: Response): Promise<string> {
  return /name="ticket" value="([\w-]+)"/.exec(await response.text())?.[1] ?? ''
}

const remove = (password: string, code: string) =>
  fixture.post('/v1/auth/second-factor', { action: 'remove', password, code }, { cookie })

const submitCode = (ticket: string, code: string) =>
  fixture.post('/v1/auth/code', { ticket, code, target: '/studio' })

test('the page shows a QR code and needs no script for it', async () => {
  const page = await fixture.get('/v1/auth/second-factor', { cookie })
  expect(await page.text()).toContain('<svg')
  expect(page.headers.get('content-security-policy')).not.toContain('script')
})

test('once it is on, the password alone opens nothing', async () => {
  const { secret } = await enrol()
  const asked = await submitPassword()
  expect([asked.status, asked.headers.get('set-cookie')]).toEqual([200, null])
  const ticket = await ticketOf(asked)
  expect((await fixture.get('/v1/users/me', { authorization: `Bearer ${ticket}` })).status).toBe(401)
  const signedIn = await submitCode(ticket, ` ${codeOf(secret).replace(/(...)/, '$1 ')} `)
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/studio'])
  expect((await fixture.get('/v1/users/me', { cookie: readCookie(signedIn) })).status).toBe(200)
})

test('a sign-in link asks for the code too', async () => {
  const { secret } = await enrol()
  const asked = await fixture.get(fixture.access.accounts.createSignInLink('anna'))
  expect(asked.headers.get('set-cookie')).toBeNull()
  expect((await submitCode(await ticketOf(asked), codeOf(secret))).status).toBe(303)
})

test('switching it on ends the other sessions', async () => {
  const before = cookie
  await enrol()
  expect((await fixture.get('/v1/users/me', { cookie: before })).status).toBe(401)
  expect((await fixture.get('/v1/users/me', { cookie })).status).toBe(200)
})

test('a code is right once, and so is a ticket', async () => {
  const { secret } = await enrol()
  const code = codeOf(secret)
  const [first, second] = [await ticketOf(await submitPassword()), await ticketOf(await submitPassword())]
  expect((await submitCode(first, code)).status).toBe(303)
  expect((await submitCode(first, codeOf(secret, 1))).status).toBe(410)
  const replayed = await submitCode(second, code)
  expect(replayed.status).toBe(401)
  fixture.moveClock(STEP_MS)
  expect((await submitCode(await ticketOf(replayed), codeOf(secret))).status).toBe(303)
})

test('the code that switched it on is used up', async () => {
  const page = await (await fixture.get('/v1/auth/second-factor', { cookie })).text()
  const code = codeOf(/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '')
  await fixture.post('/v1/auth/second-factor', { action: 'confirm', code }, { cookie })
  expect((await submitCode(await ticketOf(await submitPassword()), code)).status).toBe(401)
})

test.each([
  [-1, 303],
  [1, 303],
  [-2, 401],
  [2, 401],
])('a clock that is %i steps off is answered with %i', async (steps, status) => {
  const { secret } = await enrol()
  fixture.moveClock(5 * STEP_MS)
  expect((await submitCode(await ticketOf(await submitPassword()), codeOf(secret, steps))).status).toBe(
    status,
  )
})

test('after five wrong codes even the right one has to wait', async () => {
  const { secret } = await enrol()
  let ticket = await ticketOf(await submitPassword())
  for (let n = 0; n < 5; n++) ticket = await ticketOf(await submitCode(ticket, '000000'))
  const locked = await submitCode(ticket, codeOf(secret))
  expect(locked.status).toBe(429)
  fixture.moveClock(STEP_MS)
  expect((await submitCode(await ticketOf(locked), codeOf(secret))).status).toBe(303)
})

test('wrong codes count, however often the password is typed in between', async () => {
  await enrol()
  for (let n = 0; n < 5; n++) await submitCode(await ticketOf(await submitPassword()), '000000')
  expect((await submitCode(await ticketOf(await submitPassword()), '000000')).status).toBe(429)
})

test('a recovery code is right once, however it is typed', async () => {
  const { codes } = await enrol()
  const [code = ''] = codes
  const typed = code.replaceAll('-', ' ').toUpperCase()
  expect((await submitCode(await ticketOf(await submitPassword()), typed)).status).toBe(303)
  expect((await submitCode(await ticketOf(await submitPassword()), code)).status).toBe(401)
})

test('taking it away needs the password and a code', async () => {
  const { secret } = await enrol()
  expect((await remove('не тот пароль', codeOf(secret))).status).toBe(400)
  expect((await remove(PASSWORD, '000000')).status).toBe(400)
  expect((await submitPassword()).status).toBe(200)
  expect((await remove(PASSWORD, codeOf(secret))).status).toBe(200)
  expect((await submitPassword()).status).toBe(303)
})

test('an administrator takes it away from who lost the telephone', async () => {
  await enrol()
  fixture.access.accounts.removeSecondFactor('anna')
  expect((await submitPassword()).status).toBe(303)
})

test('a ticket dies after ten minutes', async () => {
  const { secret } = await enrol()
  const ticket = await ticketOf(await submitPassword())
  fixture.moveClock(10 * 60_000)
  expect((await submitCode(ticket, codeOf(secret))).status).toBe(410)
})
