import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction, openDatabase } from './database.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopilka-database-'))
  path = join(folder, 'x.sqlite')
})

afterEach(() => rmSync(folder, { recursive: true }))

const FIRST = 'CREATE TABLE a (n INTEGER) STRICT; INSERT INTO a VALUES (1)'
const SECOND = 'ALTER TABLE a ADD COLUMN m INTEGER; UPDATE a SET m = n + 1'

test('a file of an earlier version is brought up to date, once', () => {
  openDatabase(path, [FIRST]).close()
  openDatabase(path, [FIRST, SECOND]).close()
  const database = openDatabase(path, [FIRST, SECOND])
  expect(database.prepare('SELECT * FROM a').all()).toEqual([{ n: 1, m: 2 }])
  database.close()
})

test('a migration that fails leaves the file as it was', () => {
  openDatabase(path, [FIRST]).close()
  expect(() => openDatabase(path, [FIRST, `${SECOND}; SELECT nonsense`])).toThrow('nonsense')
  const database = openDatabase(path, [FIRST])
  expect(database.prepare('SELECT * FROM a').all()).toEqual([{ n: 1 }])
  database.close()
})

test('a file of a later version is refused', () => {
  openDatabase(path, [FIRST, SECOND]).close()
  expect(() => openDatabase(path, [FIRST])).toThrow('has schema 2, this program knows 1')
})

test('writes are made durable before they are acknowledged', () => {
  const database = openDatabase(path, [FIRST])
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
  database.close()
})

test('a transaction that throws writes nothing', () => {
  const database = openDatabase(path, [FIRST])
  const work = () => {
    database.exec('DELETE FROM a')
    throw new Error('changed my mind')
  }
  expect(() => inTransaction(database, work)).toThrow('changed my mind')
  expect(database.prepare('SELECT * FROM a').all()).toEqual([{ n: 1 }])
  database.close()
})
