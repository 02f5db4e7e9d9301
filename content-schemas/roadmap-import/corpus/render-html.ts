import { cellOf, type RoadmapModel } from './roadmap-model.ts'

/** A page as Word saves one: merged cells of stages, sections across the table, lists in cells. */
export function renderHtml(model: RoadmapModel): string {
  const width = model.columns.length
  const head = `<tr>${model.columns.map((column) => `<td><p><b>${escapeHtml(column.heading)}</b></p></td>`).join('')}</tr>`
  const rows = model.parts.flatMap((part) => [
    ...(model.shape === 'sections'
      ? [`<tr><td colspan="${width}"><p>${part.number}. ${escapeHtml(part.title ?? '')}</p></td></tr>`]
      : []),
    ...part.rows.map((row, index) => {
      const cells = model.columns.flatMap((column) => {
        const shared = model.shape === 'stage-column' && (column.role === 'number' || column.role === 'stage')
        if (shared && index > 0) return []
        const span = shared && part.rows.length > 1 ? ` rowspan="${part.rows.length}"` : ''
        return [`<td${span}>${paragraphs(cellOf(model, part, row, column))}</td>`]
      })
      return `<tr>${cells.join('')}</tr>`
    }),
  ])
  const count = model.habits.countRow
    ? `<tr>${model.columns.map((_, index) => `<td>${index + 1}</td>`).join('')}</tr>`
    : ''
  return `<html><head><meta charset="utf-8"><style>p{margin:0}</style></head><body><h1>${escapeHtml(model.title)}</h1><p>&nbsp;</p><table border="1">${head}${count}${rows.join('\n')}</table><p>Директор ____________</p></body></html>`
}

function paragraphs(cell: string): string {
  return cell
    .split('\n')
    .map((line) => `<p class=MsoNormal><span>${escapeHtml(line)}</span></p>`)
    .join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
