/** How one kind of list is kept: which documents it holds, under which values, as what, in which order. */
export interface IndexDefinition<Source, Card> {
  /** Values the document is found by, [] when this index does not hold it. */
  values(source: Source): readonly string[]
  /** What a list shows of it: a page that reads the list may depend on nothing else of the document. */
  card(source: Source): Card
  /** Lists are sorted by this text, then by id. */
  order(card: Card): string
  /** Newest first instead of alphabetical. */
  descending?: boolean
}

interface Row<Card> {
  id: string
  order: string
  card: Card
  json: string
}

/** Values of an index that one change touched, by what a reader may have read of them. */
export interface IndexTouch {
  /** The whole list of cards is not what it was. */
  lists: Set<string>
  /** The first `HEAD_SIZE` cards are not what they were, or may not be. */
  heads: Set<string>
  /** The number of cards is not what it was. */
  counts: Set<string>
}

/** How many cards a head has at most. */
export const HEAD_SIZE = 12

const collator = new Intl.Collator('ru', { numeric: true })

/** Cards grouped by value, each group sorted. Reads are cheap, changes say exactly which groups they touched. */
export class IndexGroups<Source extends { _id: string }, Card> {
  readonly #definition: IndexDefinition<Source, Card>
  readonly #groups = new Map<string, Map<string, Row<Card>>>()
  readonly #sorted = new Map<string, Row<Card>[]>()

  constructor(definition: IndexDefinition<Source, Card>) {
    this.#definition = definition
  }

  /** Cards under a value, sorted; [] when there are none. */
  list(value: string): readonly Card[] {
    return this.#rows(value).map((row) => row.card)
  }

  /** The first `HEAD_SIZE` cards under a value. */
  head(value: string): readonly Card[] {
    return this.#rows(value)
      .slice(0, HEAD_SIZE)
      .map((row) => row.card)
  }

  /** How many cards are under a value. */
  count(value: string): number {
    return this.#groups.get(value)?.size ?? 0
  }

  /** Values that have at least one card, in code point order. */
  values(): string[] {
    return [...this.#groups.keys()].toSorted()
  }

  /** Replaces what the index knows of one document and records the groups that differ afterwards. */
  replace(before: Source | undefined, after: Source | undefined, touch: IndexTouch): void {
    const old = before === undefined ? [] : this.#definition.values(before)
    const next = after === undefined ? [] : this.#definition.values(after)
    const row = after === undefined || next.length === 0 ? null : this.#rowOf(after)
    for (const value of new Set(old)) {
      if (before !== undefined && !next.includes(value)) this.#remove(value, before._id, touch)
    }
    for (const value of new Set(next)) {
      if (row !== null) this.#put(value, row, touch)
    }
  }

  #rowOf(source: Source): Row<Card> {
    const card = this.#definition.card(source)
    return { id: source._id, order: this.#definition.order(card), card, json: JSON.stringify(card) }
  }

  #put(value: string, row: Row<Card>, touch: IndexTouch): void {
    const group = this.#groups.get(value) ?? new Map<string, Row<Card>>()
    const previous = group.get(row.id)
    if (previous?.json === row.json) return
    if (previous === undefined) touch.counts.add(value)
    touch.lists.add(value)
    this.#groups.set(value, group.set(row.id, row))
    this.#move(value, previous, row, touch)
  }

  #remove(value: string, id: string, touch: IndexTouch): void {
    const group = this.#groups.get(value)
    const previous = group?.get(id)
    if (group === undefined || previous === undefined) return
    group.delete(id)
    if (group.size === 0) this.#groups.delete(value)
    touch.lists.add(value)
    touch.counts.add(value)
    this.#move(value, previous, undefined, touch)
  }

  /** Keeps a sorted list sorted without sorting it again; a list nobody asked for stays unsorted. */
  #move(
    value: string,
    previous: Row<Card> | undefined,
    next: Row<Card> | undefined,
    touch: IndexTouch,
  ): void {
    const rows = this.#sorted.get(value)
    if (rows === undefined) {
      touch.heads.add(value)
      return
    }
    const from = previous === undefined ? Infinity : this.#position(rows, previous)
    if (previous !== undefined) rows.splice(from, 1)
    const to = next === undefined ? Infinity : this.#position(rows, next)
    if (next !== undefined) rows.splice(to, 0, next)
    if (Math.min(from, to) < HEAD_SIZE) touch.heads.add(value)
  }

  /** Where a row stands or would stand. */
  #position(rows: readonly Row<Card>[], row: Row<Card>): number {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = rows[middle]
      if (other !== undefined && this.#compare(other, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(a: Row<Card>, b: Row<Card>): number {
    const sign = this.#definition.descending === true ? -1 : 1
    const byOrder = sign * collator.compare(a.order, b.order)
    if (byOrder !== 0) return byOrder
    if (a.id === b.id) return 0
    return a.id < b.id ? -1 : 1
  }

  #rows(value: string): readonly Row<Card>[] {
    const known = this.#sorted.get(value)
    if (known !== undefined) return known
    const rows = [...(this.#groups.get(value)?.values() ?? [])]
    rows.sort((a, b) => this.#compare(a, b))
    this.#sorted.set(value, rows)
    return rows
  }
}
