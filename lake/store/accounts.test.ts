import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAccountStore, type AccountStore } from './accounts.ts'

const AT = '2026-09-01T09:00:00.000Z'
const LATER = '2026-09-02T09:00:00.000Z'
const ANNA = { id: 'u1', login: 'anna', name: 'Анна', role: 'editor', createdAt: AT } as const

let folder: string
let file: string
let store: AccountStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopilka-accounts-'))
  file = join(folder, 'deeper', 'accounts.sqlite')
  store = openAccountStore(file)
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

test('only the owner can read the files', () => {
  store.users.insert(ANNA)
  for (const suffix of ['', '-wal', '-shm']) {
    expect(statSync(`${file}${suffix}`).mode & 0o077).toBe(0)
  }
})

test('what one process wrote another reads, also after reopening', () => {
  store.users.insert(ANNA)
  const other = openAccountStore(file)
  expect(other.users.byLogin('anna')).toMatchObject(ANNA)
  other.users.setRole('u1', 'viewer')
  other.close()
  expect(store.users.byId('u1')?.role).toBe('viewer')
})

test('a transaction that throws changes nothing', () => {
  expect(() =>
    store.transaction(() => {
      store.users.insert(ANNA)
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(store.users.list()).toEqual([])
})

test('living users cannot share a login', () => {
  store.users.insert(ANNA)
  expect(() => store.users.insert({ ...ANNA, id: 'u2' })).toThrow(/UNIQUE/)
  store.users.remove('u1', AT)
  store.users.insert({ ...ANNA, id: 'u2' })
  expect(store.users.byLogin('anna')?.id).toBe('u2')
  expect(store.users.byId('u1')?.removedAt).toBe(AT)
})

test('a link is consumed once, before it expires, for its purpose', () => {
  store.users.insert(ANNA)
  store.links.insert({ hash: 'h1', userId: 'u1', purpose: 'sign-in', expiresAt: LATER })
  expect(store.links.consume('h1', 'exchange', AT)).toBeNull()
  expect(store.links.consume('h1', 'sign-in', LATER)).toBeNull()
  expect(store.links.consume('h1', 'sign-in', AT)).toBe('u1')
  expect(store.links.consume('h1', 'sign-in', AT)).toBeNull()
})

test('sessions are found until they expire or are removed', () => {
  store.users.insert(ANNA)
  for (const hash of ['s1', 's2', 's3']) {
    store.sessions.insert({
      hash,
      userId: 'u1',
      method: 'link',
      createdAt: AT,
      expiresAt: LATER,
      address: '',
      agent: '',
      seenAt: AT,
    })
  }
  expect(store.sessions.find('s1', AT)?.userId).toBe('u1')
  expect(store.sessions.find('s1', LATER)).toBeNull()
  store.sessions.removeAllOf('u1', 's2')
  expect(['s1', 's2', 's3'].map((hash) => store.sessions.find(hash, AT) !== null)).toEqual([
    false,
    true,
    false,
  ])
})

test('revoked tokens are not found by hash but keep their name', () => {
  store.tokens.insert({ id: 't1', hash: 'h', label: 'импорт', role: 'editor', createdAt: AT })
  store.tokens.revoke('t1', LATER)
  expect(store.tokens.byHash('h')).toBeNull()
  expect(store.tokens.list()).toEqual([])
  expect(store.tokens.byId('t1')).toMatchObject({ label: 'импорт', revokedAt: LATER })
})

test('a database of a newer version is left alone', () => {
  store.close()
  const database = new DatabaseSync(file)
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  database.exec('PRAGMA user_version = 99')
  database.close()
  expect(() => openAccountStore(file)).toThrow(/newer version of Kopilka/)
  const again = new DatabaseSync(file)
  again.exec(`PRAGMA user_version = ${version}`)
  again.close()
  store = openAccountStore(file)
})
