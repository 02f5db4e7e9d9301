import { expect, test } from 'vitest'
import { createGate, GateFullError } from './gate.ts'

test('runs no more than allowed at once and refuses when the queue is full', async () => {
  const gate = createGate({ atOnce: 2, waiting: 1 })
  const finish: (() => void)[] = []
  let running = 0
  let peak = 0
  const work = async () => {
    running += 1
    peak = Math.max(peak, running)
    await new Promise<void>((resolve) => finish.push(resolve))
    running -= 1
    return 'done'
  }
  const accepted = [gate.run(work), gate.run(work), gate.run(work)]
  await expect(gate.run(work)).rejects.toBeInstanceOf(GateFullError)

  finish.shift()?.()
  expect(await accepted[0]).toBe('done')
  finish.shift()?.()
  await accepted[1]
  finish.shift()?.()
  await accepted[2]
  expect(peak).toBe(2)
})

test('a task that throws gives its place back', async () => {
  const gate = createGate({ atOnce: 1, waiting: 0 })
  await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await gate.run(() => Promise.resolve(7))).toBe(7)
})
