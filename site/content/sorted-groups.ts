import { countPages, isSplit, listNodes, nodesOf, pageOfPosition, rangeOf } from './archive-nodes.ts'
import type { ArchiveCut, ArchiveNode, Dated } from './archive-nodes.ts'

/** How one kind of list is kept: which documents it holds, under which values, as what, in which order. */
export interface IndexDefinition<Source, Card> {
  /** Values the document is found by, [] when this index does not hold it. */
  values(source: Source): readonly string[]
  /** What a list shows of it: a page that reads the list may depend on nothing else of the document. */
  card(source: Source): Card
  /** Lists are sorted by this text, then by id. */
  order(card: Card): string
  /** `alphabet`: as a dictionary; `ascending` and `descending`: by the codes of the characters, as dates are. */
  sort: 'alphabet' | 'ascending' | 'descending'
  /** Set for lists in descending order of dates that can be read by year, month and day: how they are cut. */
  cut?: ArchiveCut
}

interface Row<Card> extends Dated {
  readonly id: string
  readonly card: Card
  readonly groups: readonly Group<Card>[]
}

interface Group<Card> {
  readonly value: string
  rows: Row<Card>[]
  sorted: boolean
}

/** How many cards a head has at most. */
export const HEAD_SIZE = 50

/** More entries than this make a list long. */
export const LONG_LIST = 200

/** More entries than this make a list huge. */
export const HUGE_LIST = 5000

const UNCUT: ArchiveCut = { splitAbove: Infinity, pageSize: Infinity }

const collator = new Intl.Collator('ru', { numeric: true })

/**
 * Cards grouped by value, each group sorted. Reads are cheap; a change says exactly which answers it touched, by the
 * keys `<value>` (whole list), `…#head`, `…#count`, `…#some` (whether there is one), `…#long` (whether there are many),
 * `…@<node>` (of what a year, month or day consists), `…@<node>#split` (whether it is cut further) and
 * `…@<node>/<number>` (one page of it).
 */
export class SortedGroups<Source extends { readonly _id: string }, Card> {
  readonly #definition: IndexDefinition<Source, Card>
  readonly #cut: ArchiveCut
  readonly #groups = new Map<string, Group<Card>>()
  readonly #rows = new Map<string, Row<Card>>()

  constructor(definition: IndexDefinition<Source, Card>) {
    this.#definition = definition
    this.#cut = definition.cut ?? UNCUT
  }

  /** Cards under a value, sorted; [] when there are none. */
  list(value: string): readonly Card[] {
    return this.#sorted(value).map((row) => row.card)
  }

  /** The first `HEAD_SIZE` cards under a value. */
  head(value: string): readonly Card[] {
    return this.#sorted(value)
      .slice(0, HEAD_SIZE)
      .map((row) => row.card)
  }

  /** How many cards are under a value. */
  count(value: string): number {
    return this.#groups.get(value)?.rows.length ?? 0
  }

  /** Whether more cards are under a value than one list should show. */
  isLong(value: string): boolean {
    return this.count(value) > LONG_LIST
  }

  /** Whether more cards are under a value than one file should hold. */
  isHuge(value: string): boolean {
    return this.count(value) > HUGE_LIST
  }

  /** Ids of the documents under a value, in any order. */
  ids(value: string): string[] {
    return (this.#groups.get(value)?.rows ?? []).map(({ id }) => id)
  }

  /** How a year, month or day of a list is cut; null when it is no part of the list. '' is the whole list. */
  node(value: string, node: string): ArchiveNode | null {
    const rows = this.#sorted(value)
    const { start, end } = rangeOf(rows, node)
    if (end === start) return null
    return isSplit(node, end - start, this.#cut)
      ? { children: listNodes(rows, node), pages: 0 }
      : { children: [], pages: countPages(end - start, this.#cut) }
  }

  /** Whether a part of a list is cut further. */
  isSplit(value: string, node: string): boolean {
    const { start, end } = rangeOf(this.#sorted(value), node)
    return isSplit(node, end - start, this.#cut)
  }

  /** The part and page of a list that hold a document; null when the list does not. */
  locate(value: string, id: string): { node: string; number: number } | null {
    const group = this.#groups.get(value)
    const row = this.#rows.get(id)
    if (group === undefined || row === undefined || !row.groups.includes(group)) return null
    const rows = this.#sort(group)
    for (const node of nodesOf(row)) {
      const { start, end } = rangeOf(rows, node)
      if (isSplit(node, end - start, this.#cut)) continue
      return { node, number: pageOfPosition(end - 1 - this.#position(rows, row), this.#cut) }
    }
    return null
  }

  /** One page of a part that is not cut further, counted from the oldest, 1 first; the newest card comes first. */
  page(value: string, node: string, number: number): readonly Card[] {
    const rows = this.#sorted(value)
    const { start, end } = rangeOf(rows, node)
    const last = end - (number - 1) * this.#cut.pageSize
    const first = Math.max(start, last - this.#cut.pageSize)
    return first >= last ? [] : rows.slice(first, last).map((row) => row.card)
  }

  /** Takes a document in, out (`after` undefined) or anew, and adds the keys it touches. Without a set: for loading. */
  set(id: string, after: Source | undefined, touched: Set<string> | null): void {
    const previous = this.#rows.get(id)
    const values = after === undefined ? [] : [...new Set(this.#definition.values(after))]
    if (after === undefined || values.length === 0) {
      if (previous === undefined) return
      this.#rows.delete(id)
      for (const group of previous.groups) this.#replace(group, previous, undefined, touched)
      return
    }
    const card = this.#definition.card(after)
    const groups = values.map((value) => this.#group(value))
    const same = previous !== undefined && JSON.stringify(previous.card) === JSON.stringify(card)
    const next: Row<Card> = {
      id,
      order: this.#definition.order(card),
      card: same ? previous.card : card,
      groups,
    }
    this.#rows.set(id, next)
    for (const group of previous?.groups ?? []) {
      if (previous !== undefined && !groups.includes(group))
        this.#replace(group, previous, undefined, touched)
    }
    for (const group of groups) {
      const old = previous?.groups.includes(group) === true ? previous : undefined
      if (old === undefined || !same) this.#replace(group, old, next, touched)
      else this.#exchange(group, old, next)
    }
  }

  #group(value: string): Group<Card> {
    const known = this.#groups.get(value)
    if (known !== undefined) return known
    const group = { value, rows: [], sorted: true }
    this.#groups.set(value, group)
    return group
  }

  /** The same card in another row object. */
  #exchange(group: Group<Card>, old: Row<Card>, next: Row<Card>): void {
    const place = group.sorted ? this.#position(group.rows, old) : group.rows.indexOf(old)
    group.rows[place] = next
  }

  #replace(
    group: Group<Card>,
    old: Row<Card> | undefined,
    next: Row<Card> | undefined,
    touched: Set<string> | null,
  ): void {
    if (touched === null && old === undefined && next !== undefined) {
      group.rows.push(next)
      group.sorted = false
      return
    }
    const rows = this.#sort(group)
    const keys = touched ?? new Set<string>()
    const { value } = group
    keys.add(value)
    if (old !== undefined && next !== undefined && old.order === next.order) {
      const place = this.#position(rows, old)
      rows[place] = next
      if (place < HEAD_SIZE) keys.add(`${value}#head`)
      this.#touchPages(group, next, false, keys)
      return
    }
    const countBefore = rows.length
    if (old !== undefined) {
      const from = this.#position(rows, old)
      this.#touchPages(group, old, true, keys)
      rows.splice(from, 1)
      if (from < HEAD_SIZE) keys.add(`${value}#head`)
    }
    if (next !== undefined) {
      const to = this.#position(rows, next)
      rows.splice(to, 0, next)
      this.#touchPages(group, next, true, keys)
      if (to < HEAD_SIZE) keys.add(`${value}#head`)
    }
    if (rows.length === 0) this.#groups.delete(value)
    touchSize(value, countBefore, rows.length, keys)
  }

  /**
   * What differs in the parts of a list with and without a row; called while the row is there.
   * @param comesOrGoes false when only its card is another one
   */
  #touchPages({ value, rows }: Group<Card>, row: Row<Card>, comesOrGoes: boolean, keys: Set<string>): void {
    if (this.#definition.cut === undefined) return
    const cut = this.#cut
    for (const node of nodesOf(row)) {
      const { start, end } = rangeOf(rows, node)
      const count = end - start
      const key = `${value}@${node}`
      const split = isSplit(node, count, cut)
      if (comesOrGoes && split !== isSplit(node, count - 1, cut)) {
        keys.add(key).add(`${key}#split`)
        return
      }
      if (split) {
        const child = nodesOf(row).find((one) => one.length > node.length) ?? node
        const children = rangeOf(rows, child)
        if (comesOrGoes && children.end - children.start === 1) keys.add(key)
        continue
      }
      const page = pageOfPosition(end - 1 - this.#position(rows, row), cut)
      const pages = countPages(count, cut)
      addPages(key, page, comesOrGoes ? pages : page, keys)
      if (comesOrGoes && pages !== countPages(count - 1, cut)) keys.add(key)
      return
    }
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
    const byOrder = this.#compareOrder(a.order, b.order)
    if (byOrder !== 0) return byOrder
    if (a.id === b.id) return 0
    return a.id < b.id ? -1 : 1
  }

  #compareOrder(a: string, b: string): number {
    const { sort } = this.#definition
    if (sort === 'alphabet') return collator.compare(a, b)
    if (a === b) return 0
    return a < b === (sort === 'ascending') ? -1 : 1
  }

  #sorted(value: string): readonly Row<Card>[] {
    const group = this.#groups.get(value)
    return group === undefined ? [] : this.#sort(group)
  }

  #sort(group: Group<Card>): Row<Card>[] {
    if (!group.sorted) {
      group.rows.sort((a, b) => this.#compare(a, b))
      group.sorted = true
    }
    return group.rows
  }
}

function addPages(key: string, first: number, last: number, keys: Set<string>): void {
  for (let number = first; number <= last; number += 1) keys.add(`${key}/${number}`)
}

function touchSize(value: string, before: number, after: number, keys: Set<string>): void {
  if (before === after) return
  keys.add(`${value}#count`)
  if (before === 0 || after === 0) keys.add(`${value}#some`)
  if (before > LONG_LIST !== after > LONG_LIST) keys.add(`${value}#long`)
  if (before > HUGE_LIST !== after > HUGE_LIST) keys.add(`${value}#huge`)
}
