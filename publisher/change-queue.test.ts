import { expect, test } from 'vitest'
import { createChangeQueue } from './change-queue.ts'
import type { Changes } from './change-queue.ts'

test('what comes together is one batch, and what comes meanwhile the next', async () => {
  const batches: Changes[] = []
  const queue = createChangeQueue(async (changes) => {
    batches.push(changes)
    if (batches.length === 1) queue.add(['c'])
  })
  queue.add(['a'])
  queue.add(['b', 'a'])
  await queue.whenEmpty()
  expect(batches).toEqual([
    { ids: ['a', 'b'], everything: false },
    { ids: ['c'], everything: false },
  ])
  expect(queue.size).toBe(0)
})

test('two batches are never worked on at once', async () => {
  let working = 0
  let most = 0
  const queue = createChangeQueue(async ({ ids }) => {
    working += 1
    most = Math.max(most, working)
    await Promise.resolve()
    if (ids[0] !== 'z') queue.add(['z'])
    working -= 1
  })
  queue.add(['a'])
  await queue.whenEmpty()
  expect(most).toBe(1)
})

test('a batch that fails is tried again with what came meanwhile', async () => {
  const batches: Changes[] = []
  const queue = createChangeQueue(async (changes) => {
    batches.push(changes)
    if (batches.length > 1) return
    queue.addEverything()
    throw new Error('lake is away')
  })
  queue.add(['a'])
  await expect.poll(() => queue.problem).toBe('lake is away')
  await queue.whenEmpty()
  expect(batches.at(-1)).toEqual({ ids: ['a'], everything: true })
  expect(queue.problem).toBeNull()
})

test('nothing is begun after closing', async () => {
  const batches: Changes[] = []
  const queue = createChangeQueue(async (changes) => void batches.push(changes))
  queue.add(['a'])
  await queue.close()
  queue.add(['b'])
  await queue.whenEmpty()
  expect(batches).toEqual([])
})
