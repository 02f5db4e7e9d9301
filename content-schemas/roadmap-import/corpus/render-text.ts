import { cellOf, type RoadmapModel } from './roadmap-model.ts'

/** A drawn table before it becomes text: rows of cells, or a heading across all columns. */
export type DrawnRow = string[] | { section: string }

/** Header and rows of a model as cells. */
export function drawRows(model: RoadmapModel): DrawnRow[] {
  const header = model.columns.map((column) => column.heading)
  const rows: DrawnRow[] = model.habits.headings ? [header] : []
  if (model.habits.countRow) rows.push(header.map((_, index) => `${index + 1}`))
  const { repeatHeader } = model.habits
  for (const part of model.parts) {
    if (model.shape === 'sections') rows.push({ section: `${part.number}. ${part.title}` })
    for (const row of part.rows) {
      rows.push(model.columns.map((column) => cellOf(model, part, row, column)))
      if (repeatHeader > 0 && rows.length % repeatHeader === 0) rows.push(header)
    }
  }
  return rows
}

/** Ways of writing a table as plain text that schools' files show. */
export const TEXT_RENDERERS: Record<string, (model: RoadmapModel) => string> = {
  'tab rows': (model) =>
    withTitle(
      model,
      asRows(model).map((cells) => flat(cells).join('\t')),
    ),
  'tab rows, wrapped lines': (model) => withTitle(model, wrapRows(model, '\t', false)),
  'tab rows, page breaks': (model) =>
    withTitle(
      model,
      breakPages(asRows(model)).map((cells) => (cells ? flat(cells).join('\t') : '')),
    ),
  'one cell a line': (model) => withTitle(model, cellLines(model)),
  pipes: (model) =>
    withTitle(
      model,
      asRows(model).map((cells) => flat(cells).join(' | ')),
    ),
  markdown: (model) => withTitle(model, markdown(model)),
  'drawn with lines': (model) => withTitle(model, drawnTable(model)),
  'pipes, wrapped lines': (model) => withTitle(model, wrapRows(model, '|', true)),
  'cell and pipe': (model) =>
    withTitle(
      model,
      asRows(model).flatMap((cells) => [...cells.map((cell) => `${cell} |`), '']),
    ),
  'aligned by spaces': (model) => withTitle(model, alignRows(model, { gaps: false, centred: false })),
  'aligned, rows apart': (model) => withTitle(model, alignRows(model, { gaps: true, centred: false })),
  'aligned, centred': (model) => withTitle(model, alignRows(model, { gaps: true, centred: true })),
  'aligned over pages': (model) =>
    withTitle(model, alignRows(model, { gaps: false, centred: false, pages: true })),
  'lines of words': (model) => withTitle(model, looseLines(model, '')),
  'lines of words, apart': (model) => withTitle(model, looseLines(model, '\n')),
  semicolons: (model) =>
    withTitle(
      model,
      asRows(model).map((cells) => cells.map((cell) => `"${cell}"`).join(';')),
    ),
}

/** Ways in which tables come off pages that lose more: rows touch, or cells leave their order. */
export const PAGE_RENDERERS: Record<string, (model: RoadmapModel) => string> = {
  'aligned, centred, rows together': (model) =>
    withTitle(model, alignRows(model, { gaps: false, centred: true })),
  'blocks of lines': (model) => withTitle(model, scatterBlocks(model)),
  'lines of words, rows apart': (model) => withTitle(model, rowGroups(model)),
}

function withTitle(model: RoadmapModel, lines: readonly string[]): string {
  return `${model.title}\n\n${lines.join('\n')}\n`
}

/** Cells on one line: list items follow each other. */
function flat(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replaceAll('\n', /\n-/.test(cell) ? '; ' : ' '))
}

function asRows(model: RoadmapModel): string[][] {
  return drawRows(model).map((row) =>
    Array.isArray(row) ? row : [row.section, ...model.columns.slice(1).map(() => '')],
  )
}

function cellLines(model: RoadmapModel): string[] {
  return drawRows(model).flatMap((row) => [
    ...(Array.isArray(row) ? row : [row.section]).map((cell) => `\t${cell}`),
    '',
  ])
}

function markdown(model: RoadmapModel): string[] {
  const [header = [], ...rows] = asRows(model)
  return [markdownLine(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(markdownLine)]
}

function markdownLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('\n', '<br>')).join(' | ')} |`
}

/** A page ends in the middle of a row: its cells go on in the next row, after a blank line. */
function breakPages(rows: string[][]): (string[] | null)[] {
  return rows.flatMap((cells, index): (string[] | null)[] => {
    const activity = cells.reduce(
      (longest, cell, at) => (cell.length > (cells[longest]?.length ?? 0) ? at : longest),
      0,
    )
    const words = (cells[activity] ?? '').split(' ')
    if (index === 0 || index % 4 !== 0 || words.length < 6 || (cells[0] ?? '').length > 6) return [cells]
    const half = Math.floor(words.length / 2)
    if (!/^[а-яё]/.test(words[half] ?? '')) return [cells]
    const top = cells.map((cell, at) => (at === activity ? words.slice(0, half).join(' ') : cell))
    const rest = cells.map((_, at) => (at === activity ? words.slice(half).join(' ') : ''))
    return [top, null, rest]
  })
}

/** Lines of every row as a narrow page wraps them. */
function wrapRows(model: RoadmapModel, separator: string, outer: boolean): string[] {
  return drawRows(model).flatMap((row) => {
    if (!Array.isArray(row))
      return [
        outer
          ? `|${[row.section, ...model.columns.slice(1).map(() => '')].join('|')}|`
          : [row.section, ...model.columns.slice(1).map(() => '')].join(separator),
      ]
    return wrapCells(row, undefined, model.habits.tornWords).map((cells) =>
      outer ? `|${cells.join('|')}|` : cells.join(separator),
    )
  })
}

function wrapCells(row: readonly string[], given: readonly number[] | undefined, torn: boolean): string[][] {
  const widths = given ?? row.map((cell) => (cell.length > 40 ? 30 : torn ? 13 : 18))
  const columns = row.map((cell, index) => wrap(cell, widths[index] ?? 18, torn))
  const height = Math.max(1, ...columns.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => columns.map((lines) => lines[line] ?? ''))
}

/** Lines no wider than the column; a word that is wider goes over it, or is torn at its edge. */
function wrap(text: string, width: number, torn = false): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, torn))
}

function wrapParagraph(text: string, width: number, torn: boolean): string[] {
  const lines: string[] = []
  const pieces = text.split(' ').flatMap((word) => {
    if (!torn || word.length <= width) return [word]
    return Array.from({ length: Math.ceil(word.length / width) }, (_, at) =>
      word.slice(at * width, (at + 1) * width),
    )
  })
  for (const word of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function drawnTable(model: RoadmapModel): string[] {
  const widths = columnWidths(model)
  const border = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  const lines = drawRows(model).flatMap((row) => {
    const cells = Array.isArray(row) ? row : [row.section, ...model.columns.slice(1).map(() => '')]
    const drawn = wrapCells(cells, widths, model.habits.tornWords).map(
      (parts) => `| ${parts.map((part, index) => part.padEnd(widths[index] ?? 0)).join(' | ')} |`,
    )
    return [...drawn, border]
  })
  return [border, ...lines]
}

function columnWidths(model: RoadmapModel): number[] {
  return model.columns.map((column) => {
    if (column.role === 'number') return 6
    if (model.habits.tornWords) return column.role === 'activity' ? 30 : column.role === 'stage' ? 15 : 13
    return column.role === 'activity' ? 36 : column.role === 'stage' ? 22 : 18
  })
}

function alignRows(
  model: RoadmapModel,
  style: { gaps: boolean; centred: boolean; pages?: boolean },
): string[] {
  const widths = columnWidths(model)
  const lines: string[] = []
  let shift = 0
  for (const [index, row] of drawRows(model).entries()) {
    if (style.pages && index > 0 && index % 6 === 0) {
      lines.push(`${' '.repeat(50)}${index / 6}`, '\f')
      shift = shift === 0 ? 2 : 0
    }
    const margin = ' '.repeat(2 + shift)
    if (!Array.isArray(row)) lines.push(`${margin}${row.section}`)
    else {
      const drawn = style.centred
        ? centreCells(row, widths, model.habits.tornWords)
        : wrapCells(row, widths, model.habits.tornWords)
      for (const cells of drawn) {
        lines.push(
          `${margin}${cells.map((cell, at) => cell.padEnd((widths[at] ?? 0) + 3)).join('')}`.trimEnd(),
        )
      }
    }
    if (style.gaps) lines.push('')
  }
  return lines
}

/** Short cells stand in the middle of their row's height. */
function centreCells(row: readonly string[], widths: readonly number[], torn: boolean): string[][] {
  const columns = row.map((cell, index) => wrap(cell, widths[index] ?? 18, torn))
  const height = Math.max(...columns.map((lines) => lines.length))
  const lowered = columns.map((lines) => [
    ...Array.from({ length: Math.floor((height - lines.length) / 2) }, () => ''),
    ...lines,
  ])
  return Array.from({ length: height }, (_, line) => lowered.map((lines) => lines[line] ?? ''))
}

/** Narrow cells as blocks of lines, those of a row in the order in which a reader of pages takes them off. */
function scatterBlocks(model: RoadmapModel): string[] {
  const widths = columnWidths(model)
  return drawRows(model).flatMap((row, index) => {
    if (!Array.isArray(row)) return [row.section, '']
    const blocks = row.map((cell, at) => (cell === '' ? [] : [...wrap(cell, widths[at] ?? 18), '']))
    const [first = [], second = [], third = [], ...rest] = blocks
    const order = index % 3 === 1 ? [first, third, second, ...rest] : [first, second, third, ...rest]
    return order.flat()
  })
}

/** Narrow cells of a row under each other, a blank line only between rows. */
function rowGroups(model: RoadmapModel): string[] {
  const widths = columnWidths(model)
  return drawRows(model).flatMap((row) => [
    ...(Array.isArray(row)
      ? row.flatMap((cell, at) => (cell === '' ? [] : wrap(cell, widths[at] ?? 18)))
      : [row.section]),
    '',
  ])
}

function looseLines(model: RoadmapModel, between: string): string[] {
  return drawRows(model).flatMap((row) =>
    (Array.isArray(row) ? row : [row.section])
      .filter((cell) => cell !== '')
      .flatMap((cell) => [...wrap(cell, 60), ...(between ? [''] : [])]),
  )
}
