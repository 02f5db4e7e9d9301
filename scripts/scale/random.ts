/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  chance(share: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item
  /** Several different items in their own order. */
  some<Item>(items: readonly Item[], count: number): Item[]
}

/** The generator known as mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1))
  }
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new RangeError('Nothing to pick from.')
    return item
  }
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick,
    some(items, count) {
      let left = Math.min(count, items.length)
      return items.filter((_, place) => {
        const chosen = next() * (items.length - place) < left
        if (chosen) left -= 1
        return chosen
      })
    },
  }
}

/** A generator of its own for one thing, so that what comes before it does not change it. */
export function randomFor(seed: number, name: string): Random {
  let hash = 0x81_1c_9d_c5 ^ seed
  for (let place = 0; place < name.length; place += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(place), 0x01_00_01_93)
  }
  return createRandom(hash)
}
