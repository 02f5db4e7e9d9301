import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandError } from '../command-line.ts'
import { lockDataFolder } from './folder-lock.ts'
import { isRunning, ownMark } from './process-mark.ts'
import { readRunFile, writeRunFile } from './run-file.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kopilka-folder-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** The number of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

test('a folder is locked until it is given free', () => {
  const free = lockDataFolder(dataDir)
  expect(() => lockDataFolder(dataDir)).toThrow(CommandError)
  expect(() => lockDataFolder(dataDir)).toThrow(String(process.pid))
  free()
  lockDataFolder(dataDir)()
  expect(existsSync(join(dataDir, 'process.lock'))).toBe(false)
})

test.each([
  ['a process that ended', () => JSON.stringify({ pid: deadPid(), started: null })],
  ['another process with the same number', () => JSON.stringify({ ...ownMark(), started: '1' })],
  ['nobody: a torn file', () => '{"pid":'],
])('a lock of %s is taken over', (_, content) => {
  writeFileSync(join(dataDir, 'process.lock'), content())
  lockDataFolder(dataDir)
  expect(JSON.parse(readFileSync(join(dataDir, 'process.lock'), 'utf8'))).toEqual(ownMark())
})

test('a running process is recognised', () => {
  expect(isRunning(ownMark())).toBe(true)
  expect(isRunning({ pid: deadPid(), started: null })).toBe(false)
})

test('the note of a running server is for its owner only and is taken away', () => {
  const server = { url: 'http://localhost:4321', token: 'secret' }
  const remove = writeRunFile(dataDir, server)
  expect(readRunFile(dataDir)).toEqual({ ...ownMark(), ...server })
  expect(statSync(join(dataDir, 'run.json')).mode & 0o777).toBe(0o600)
  remove()
  expect(readRunFile(dataDir)).toBeNull()
})

test('the note of a server that was killed counts for nothing', () => {
  const note = { pid: deadPid(), started: null, url: 'http://localhost:4321', token: 'secret' }
  writeFileSync(join(dataDir, 'run.json'), JSON.stringify(note))
  expect(readRunFile(dataDir)).toBeNull()
})
