import { expect } from 'vitest'
import { apply } from '../../mendoza/apply.ts'
import type { Endured } from './endure-kills.ts'

/** Asserts that what was acknowledged is there, whole and once, and that the listener was told of all of it. */
export function expectNothingLost(endured: Endured): void {
  const { acknowledged, integrity, left, right, counter, transactions, follower } = endured
  expect(acknowledged.length).toBeGreaterThan(0)
  expect([...integrity]).toEqual(['ok'])
  // More transactions may be on disk than were acknowledged, but never half of one.
  const numbers = transactions.map(({ id }) => Number(id.slice(1)))
  expect(numbers).toEqual(expect.arrayContaining([...acknowledged]))
  const inOrder = numbers.toSorted((one, other) => one - other)
  expect(left).toEqual(inOrder)
  expect(right).toEqual(inOrder)
  expect(replayCounter(transactions)).toEqual(counter)
  const told = transactions.flatMap(({ id, changes }) =>
    changes.map(({ documentId }) => `${id}#${documentId}`),
  )
  expect(follower.resets).toEqual([])
  expect(follower.received.slice(0, told.length)).toEqual(told)
}

function replayCounter(transactions: Endured['transactions']): Record<string, unknown> {
  const changes = transactions.flatMap(({ changes: all }) => all)
  const state = changes
    .filter(({ documentId }) => documentId === 'counter')
    .reduce<Record<string, unknown> | null>((before, { effects }) => apply(before, effects.apply), null)
  return { ...state, _rev: transactions.at(-1)?.id }
}
