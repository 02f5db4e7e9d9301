/** A roadmap laid out for paper, before it is written in any format. */
export interface RoadmapSheet {
  readonly approval: ApprovalBlock
  /** Full name of the organisation; null when no longer name than the short one is known. */
  readonly letterhead: string | null
  /** Grounds that stand above the title. */
  readonly above: readonly string[]
  readonly title: string
  /** «Срок реализации: с 1 сентября 2024 года по 31 мая 2025 года»; null when the period is not known. */
  readonly period: string | null
  /** Grounds and rules between the title and the table. */
  readonly below: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** Public address of the roadmap. */
  readonly source: string
  /** Day of the last change, ISO date. */
  readonly updated: string
}

/** «УТВЕРЖДАЮ» with the words under it, line by line. */
export interface ApprovalBlock {
  readonly position: string
  readonly organization: string
  /** «И.О. Фамилия»; null leaves room to write it. */
  readonly name: string | null
  /** «Приказ от 28.08.2026 № 64»; null leaves room for the date. */
  readonly act: string | null
}

export interface SheetColumn {
  readonly heading: string
  /** Share of the table's width; all shares make 1. */
  readonly width: number
}

export type SheetRow = SectionRow | CellRow

/** Heading of a stage across the table. */
export interface SectionRow {
  readonly type: 'section'
  readonly text: string
}

export interface CellRow {
  readonly type: 'cells'
  /** One for each column; null where a cell above reaches down. */
  readonly cells: readonly (SheetCell | null)[]
}

export interface SheetCell {
  readonly lines: readonly CellLine[]
  /** Rows that the cell covers. */
  readonly rows: number
}

/** A paragraph of a cell, or an item of a list in it; `\n` breaks its line. */
export interface CellLine {
  readonly text: string
  readonly mark: 'none' | 'bullet' | 'number'
}
