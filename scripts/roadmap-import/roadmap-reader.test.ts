import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RoadmapReader } from './roadmap-reader.ts'

/** A reader that does to itself what the name of the file says. */
const PROGRAM = `
process.on('SIGINT', () => {})
process.on('message', ({ path }) => {
  if (path === 'hang') for (;;);
  if (path === 'exit') process.exit(3)
  const hoard = []
  if (path === 'memory') for (;;) hoard.push(new Array(100_000).fill({}))
  process.send({ problem: path, code: 'no-table' })
})
`
let folder = ''
let program = new URL('file:///')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-reader-'))
  const file = join(folder, 'reader.mjs')
  await writeFile(file, PROGRAM)
  program = pathToFileURL(file)
})

afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['hang', 300, 'time-limit'],
  ['exit', 60_000, 'crash'],
  ['memory', 60_000, 'crash'],
])('a file that makes the reader %s costs only itself', async (path, time, code) => {
  const reader = new RoadmapReader({ time, memory: 32 }, program)
  try {
    expect(await reader.read({ path, fallbackName: '' })).toMatchObject({ code })
  } finally {
    reader.close()
  }
  const next = new RoadmapReader({ time: 60_000, memory: 64 }, program)
  try {
    expect(await next.read({ path: 'exit', fallbackName: '' })).toMatchObject({ code: 'crash' })
    expect(await next.read({ path: 'fine', fallbackName: '' })).toEqual({ problem: 'fine', code: 'no-table' })
    expect(await next.read({ path: 'fine', fallbackName: '' })).toEqual({ problem: 'fine', code: 'no-table' })
  } finally {
    next.close()
  }
})

test('a reading under way can be interrupted', async () => {
  const reader = new RoadmapReader({ time: 60_000, memory: 64 }, program)
  const reading = reader.read({ path: 'hang', fallbackName: '' })
  reader.interrupt()
  expect(await reading).toMatchObject({ code: 'interrupted' })
  reader.close()
})

test('a real file is read, and what is wrong with one is said', async () => {
  const file = join(folder, 'map.txt')
  await writeFile(
    file,
    'Дорожная карта на 2024-2025 годы\n\n№\tМероприятия\tСроки\tОтветственные\n1.\tПриказ\tмай\tкуратор\n',
  )
  const reader = new RoadmapReader()
  try {
    expect(await reader.read({ path: file, fallbackName: 'selo/map' })).toMatchObject({
      roadmap: { documents: { roadmap: { _id: 'roadmap-selo-map-2024-2025' } } },
    })
    expect(await reader.read({ path: join(folder, 'none.txt'), fallbackName: '' })).toEqual({
      problem: 'Файла нет: проверьте имя и папку.',
      code: 'no-file',
    })
    expect(await reader.read({ path: folder, fallbackName: '' })).toMatchObject({
      problem: 'Это папка, а не файл.',
    })
  } finally {
    reader.close()
  }
})
