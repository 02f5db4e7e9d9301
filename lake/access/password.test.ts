import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is verified against its hash only', async () => {
  const stored = await hashPassword('сорок две вороны')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword('сорок две вороны', stored)).toBe(true)
  expect(await verifyPassword('сорок две вороны ', stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
})

test('the same password is hashed differently each time', async () => {
  expect(await hashPassword('сорок две вороны')).not.toBe(await hashPassword('сорок две вороны'))
})

test('it does not matter how the keyboard writes й', async () => {
  const stored = await hashPassword('мой йогурт'.normalize('NFC'))
  expect(await verifyPassword('мой йогурт'.normalize('NFD'), stored)).toBe(true)
})

test('a hash that was made with other costs still verifies', async () => {
  // Password "password", salt "somesalt", m=256, t=2, p=1: from the reference implementation's test suite.
  const stored = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await verifyPassword('password', stored)).toBe(true)
  expect(await verifyPassword('passwore', stored)).toBe(false)
})

test.each([
  null,
  '',
  'plain text',
  '$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA',
  '$2b$10$abcdefghijklmnopqrstuv',
])('nothing fits %j', async (stored) => {
  expect(await verifyPassword('', stored)).toBe(false)
  expect(await verifyPassword(stored ?? 'x', stored)).toBe(false)
})
