import { expect, test } from 'vitest'
import { createFairGate } from './fair-gate.ts'
import { GateFullError } from './gate.ts'

function createWorks() {
  const done: string[] = []
  const finish: (() => void)[] = []
  const work = (name: string) => async () => {
    await new Promise<void>((resolve) => finish.push(resolve))
    done.push(name)
  }
  return { done, finish, work }
}

test('who has few tasks waits for one of each other client at most', async () => {
  const gate = createFairGate({ atOnce: 1, waiting: 10 })
  const { done, finish, work } = createWorks()
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map((name) => gate.run(name.slice(0, 1), work(name)))
  for (const running of all.keys()) {
    while (finish.length <= running) await Promise.resolve()
    finish[running]?.()
  }
  await Promise.all(all)
  expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
})

test('no more wait than may', async () => {
  const gate = createFairGate({ atOnce: 1, waiting: 1 })
  const { done, finish, work } = createWorks()
  const accepted = [gate.run('a', work('1')), gate.run('b', work('2'))]
  await expect(gate.run('c', work('3'))).rejects.toBeInstanceOf(GateFullError)
  for (const running of accepted.keys()) {
    while (finish.length <= running) await Promise.resolve()
    finish[running]?.()
  }
  await Promise.all(accepted)
  await expect(gate.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect([await gate.run('c', async () => 7), done]).toEqual([7, ['1', '2']])
})
