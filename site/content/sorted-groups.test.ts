import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parentOf } from './archive-nodes.ts'
import { SortedGroups } from './sorted-groups.ts'

interface Entry {
  readonly _id: string
  readonly day: string
  readonly title: string
  readonly group: string
}

const create = () =>
  new SortedGroups<Entry, { id: string; day: string; title: string }>({
    values: ({ group }) => ['all', group],
    card: ({ _id, day, title }) => ({ id: _id, day, title }),
    order: ({ day }) => day,
    sort: 'descending',
    cut: { splitAbove: 3, pageSize: 2 },
  })

const days = ['2024-01-01', '2024-01-02', '2024-02-01', '2025-01-01', '2025-01-02', '2025-03-01']
const entry = fc.record({
  _id: fc.constantFrom(...'a b c d e f g h i j k l m n o'.split(' ')),
  day: fc.constantFrom(...days),
  title: fc.constantFrom('один', 'два'),
  group: fc.constantFrom('x', 'y'),
})
const change = fc.record({ entry, gone: fc.boolean() })

const nodes = ['', ...new Set(days.flatMap((day) => [day.slice(0, 4), day.slice(0, 7), day]))]

function nodesAbove(node: string): string[] {
  const above = parentOf(node)
  return above === null ? [] : [...nodesAbove(above), above]
}

/** Everything that can be asked of a list, each answer with the keys that a reader of it records. */
function ask(groups: ReturnType<typeof create>): Map<string, { keys: string[]; answer: string }> {
  const asked = new Map<string, { keys: string[]; answer: string }>()
  for (const value of ['all', 'x', 'y']) {
    const add = (name: string, key: string, answer: unknown) =>
      asked.set(`${name} ${value}`, { keys: [key], answer: JSON.stringify(answer) })
    add('list', value, groups.list(value))
    add('head', `${value}#head`, groups.head(value))
    add('count', `${value}#count`, groups.count(value))
    for (const id of 'abc') {
      const place = groups.locate(value, id)
      if (place === null) continue
      const parts = [...nodesAbove(place.node), place.node].map((one) => `${value}@${one}#split`)
      const keys = [...parts, `${value}@${place.node}/${place.number}`]
      const answer = JSON.stringify(groups.page(value, place.node, place.number))
      asked.set(`near ${id} ${value}`, { keys, answer })
    }
    add('some', `${value}#some`, groups.count(value) > 0)
    for (const node of nodes) {
      // Pages ask first whether what they are in is cut further.
      const above = nodesAbove(node)
      const keys = above.map((one) => `${value}@${one}#split`)
      const isPart = above.every((one) => groups.isSplit(value, one))
      const place = (name: string, key: string, answer: unknown) =>
        asked.set(`${name} ${value}`, {
          keys: [...keys, key],
          answer: JSON.stringify(isPart ? answer : null),
        })
      place(`node ${node}`, `${value}@${node}`, groups.node(value, node))
      place(`split ${node}`, `${value}@${node}#split`, groups.isSplit(value, node))
      keys.push(`${value}@${node}#split`)
      for (const number of [1, 2, 3]) {
        const answer = groups.isSplit(value, node) ? null : groups.page(value, node, number)
        place(`page ${node} ${number}`, `${value}@${node}/${number}`, answer)
      }
    }
  }
  return asked
}

test('law: an answer changes only if one of its keys was touched, and is that of a new index', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 20 }),
      fc.array(change, { maxLength: 12 }),
      (loaded, changes) => {
        const groups = create()
        const now = new Map<string, Entry>()
        for (const one of loaded) now.set(one._id, one)
        for (const one of now.values()) groups.set(one._id, one, null)
        for (const { entry: one, gone } of changes) {
          const before = ask(groups)
          const touched = new Set<string>()
          if (gone) now.delete(one._id)
          else now.set(one._id, one)
          groups.set(one._id, gone ? undefined : one, touched)
          const after = ask(groups)
          const missed = [...after].filter(([name, { answer }]) => {
            const old = before.get(name)
            // Whether a document is in the list at all is not answered by its neighbours.
            if (old === undefined) return !name.startsWith('near')
            return old.answer !== answer && !old.keys.some((key) => touched.has(key))
          })
          expect(missed).toEqual([])
        }
        const fresh = create()
        for (const one of now.values()) fresh.set(one._id, one, null)
        expect(ask(groups)).toEqual(ask(fresh))
      },
    ),
  )
})

test('a new entry touches the last page of its part only', () => {
  const groups = create()
  const put = (number: number, touched: Set<string> | null) =>
    groups.set(
      `id-${number}`,
      { _id: `id-${number}`, day: `2025-01-0${number}`, title: 'т', group: 'x' },
      touched,
    )
  for (const number of [1, 2]) put(number, null)
  const touched = new Set<string>()
  put(3, touched)
  expect([...touched].filter((key) => key.startsWith('all@'))).toEqual(['all@/2', 'all@'])
})
