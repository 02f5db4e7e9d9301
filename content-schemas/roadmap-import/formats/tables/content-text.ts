import type { CellContent, SourceTable } from './source-table.ts'

/** Words of a cell: a paragraph a line; rows of a table inside it a line each. */
export function contentText(content: readonly CellContent[]): string {
  return content
    .map((part) => (typeof part === 'string' ? part : innerTableText(part)))
    .join('\n')
    .replaceAll(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function innerTableText({ rows }: SourceTable): string {
  return rows
    .map((row) =>
      row
        .map((cell) => contentText(cell.content).replaceAll('\n', ' '))
        .filter((text) => text !== '')
        .join(' '),
    )
    .join('\n')
}
