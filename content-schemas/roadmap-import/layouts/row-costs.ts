import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'

/** What a row without a cell of the role lacks. */
export const MISSING: Readonly<Record<ColumnRoleKey, number>> = {
  number: 4,
  stage: 0.3,
  activity: 4.5,
  deadline: 2.2,
  responsible: 2,
  documents: 1,
  result: 1,
  other: 0.9,
}

/** What rows lack, by the columns that their cells leave out. */
export class RowCosts {
  readonly #sums: number[] = [0]
  readonly #roles: readonly ColumnRoleKey[]
  readonly #staged: boolean

  constructor(roles: readonly ColumnRoleKey[], staged: boolean) {
    this.#roles = roles
    this.#staged = staged
    for (const role of roles)
      this.#sums.push((this.#sums.at(-1) ?? 0) + (staged && role === 'number' ? 0 : MISSING[role]))
  }

  between(above: number, column: number): number {
    const skipped = (this.#sums[column] ?? 0) - (this.#sums[above + 1] ?? 0)
    const stage = this.#roles.indexOf('stage')
    const alone = this.#staged && this.#roles[above] === 'number' && stage > above && stage < column
    return skipped + (alone ? 3 : 0)
  }

  fromStart(column: number): number {
    const stage = this.#staged && this.#roles[column] === 'stage' && this.#roles.indexOf('number') < column
    return (this.#sums[column] ?? 0) + (stage ? 4 : 0)
  }

  toEnd(column: number): number {
    return (this.#sums.at(-1) ?? 0) - (this.#sums[column + 1] ?? 0)
  }
}
