/** Which things point to which, both ways, with numbers instead of names: a country has millions of such pairs. */
export interface LinkTable {
  /** What a thing points to; [] when it is not there. */
  targetsOf(source: string): string[]
  countTargets(source: string): number
  /** What points to a thing. */
  sourcesOf(target: string): Iterable<string>
  /** Makes a thing point to these and nothing else. */
  set(source: string, targets: Iterable<string>): void
  delete(source: string): void
}

const NONE: readonly number[] = []

export function createLinkTable(): LinkTable {
  const sources = createNumbers()
  const targets = createNumbers()
  const forward: (readonly number[] | undefined)[] = []
  const backward: (number[] | undefined)[] = []

  function removeFrom(target: number, source: number): void {
    const list = backward[target]
    const place = list?.indexOf(source) ?? -1
    const last = list?.pop()
    if (list === undefined || last === undefined || place === -1) return
    if (place < list.length) list[place] = last
    if (list.length > 0) return
    backward[target] = undefined
    targets.forget(target)
  }

  function replace(source: number, next: readonly number[]): void {
    const old = forward[source] ?? NONE
    const [before, after] = [new Set(old), new Set(next)]
    for (const target of after) {
      if (before.has(target)) continue
      const list = backward[target]
      if (list === undefined) backward[target] = [source]
      else list.push(source)
    }
    forward[source] = next.length === 0 ? undefined : next
    for (const target of before) if (!after.has(target)) removeFrom(target, source)
  }

  return {
    targetsOf(source) {
      const number = sources.find(source)
      return number === undefined ? [] : (forward[number] ?? NONE).map((target) => targets.name(target))
    },
    countTargets(source) {
      const number = sources.find(source)
      return number === undefined ? 0 : (forward[number] ?? NONE).length
    },
    *sourcesOf(target) {
      const number = targets.find(target)
      for (const source of number === undefined ? NONE : (backward[number] ?? NONE))
        yield sources.name(source)
    },
    set(source, names) {
      replace(
        sources.numberOf(source),
        Array.from(names, (name) => targets.numberOf(name)),
      )
    },
    delete(source) {
      const number = sources.find(source)
      if (number === undefined) return
      replace(number, NONE)
      sources.forget(number)
    },
  }
}

/** Names and their numbers; numbers of forgotten names are given again. */
function createNumbers() {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const free: number[] = []
  return {
    find: (name: string) => numbers.get(name),
    name: (number: number) => names[number] ?? '',
    numberOf(name: string): number {
      const known = numbers.get(name)
      if (known !== undefined) return known
      const number = free.pop() ?? names.length
      names[number] = name
      numbers.set(name, number)
      return number
    },
    forget(number: number): void {
      numbers.delete(names[number] ?? '')
      names[number] = ''
      free.push(number)
    },
  }
}
