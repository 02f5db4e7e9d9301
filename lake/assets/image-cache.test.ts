import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openImageCache } from './image-cache.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopilka-cache-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const broken = () => Promise.reject(new Error('broken'))

test('what many ask for at once is made once, and kept over a restart', async () => {
  const cache = await openImageCache(folder, 1_000)
  let made = 0
  const make = async () => {
    made += 1
    return Buffer.from('picture')
  }
  const paths = await Promise.all(Array.from({ length: 10 }, () => cache.find('a.webp', make)))
  expect(new Set(paths).size).toBe(1)
  expect(await readFile(paths[0] ?? '', 'utf8')).toBe('picture')
  const reopened = await openImageCache(folder, 1_000)
  await reopened.find('a.webp', make)
  expect(made).toBe(1)
})

test('a failed making is told to all who waited and tried again later', async () => {
  const cache = await openImageCache(folder, 1_000)
  const both = await Promise.allSettled([cache.find('a.webp', broken), cache.find('a.webp', broken)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await cache.find('a.webp', async () => Buffer.from('x'))).toBe(join(folder, 'a.webp'))
  expect(readdirSync(folder)).toEqual(['a.webp'])
})

test('a full cache drops what was not asked for the longest', async () => {
  const cache = await openImageCache(folder, 100)
  for (const [index, name] of ['a', 'b', 'c'].entries()) {
    await cache.find(name, async () => Buffer.alloc(30))
    utimesSync(join(folder, name), index, index)
  }
  await cache.find('a', async () => Buffer.alloc(0))
  await cache.find('d', async () => Buffer.alloc(30))
  expect(readdirSync(folder).toSorted((one, other) => one.localeCompare(other))).toEqual(['a', 'd'])
})
