/** What is pointed at: rows of the document, what was recognised in them, and the column where one is meant. */
export interface Target {
  rows: readonly string[]
  items: readonly string[]
  role?: string | undefined
}

/** Which recognised item comes from which rows of the document, by their names. */
export type Links = ReadonlyMap<string, readonly string[]>

const POINTING = ['pointerover', 'focusin', 'click'] as const

/**
 * Links the document and what was recognised in it: pointing at a row of either by mouse, keyboard or finger lights up
 * the other side, and brings it into view. Rows carry `data-row`, items `data-item`, cells of both `data-role`; panes
 * `data-pane`. Marks are set on the elements themselves, so that large tables are not drawn again at every move.
 */
export function linkPanes(
  root: HTMLElement,
  links: Links,
): { light: (target: Target) => void; end: () => void } {
  const itemsOf = new Map<string, string[]>()
  for (const [item, rows] of links) {
    for (const row of rows) itemsOf.set(row, [...(itemsOf.get(row) ?? []), item])
  }
  let lit: HTMLElement[] = []
  let current = ''

  const find = (name: 'row' | 'item', values: readonly string[]) =>
    values.flatMap((value) => [
      ...root.querySelectorAll<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`),
    ])
  const show = ({ rows, items, role }: Target, from: Element | null) => {
    const sign = `${rows.join()}|${items.join()}|${role ?? ''}`
    if (sign === current) return
    current = sign
    for (const element of lit) delete element.dataset['lit']
    const parts = [...find('row', rows), ...find('item', items)]
    const cells = parts.flatMap((part) =>
      role === undefined ? [] : [...part.querySelectorAll<HTMLElement>(`[data-role="${role}"]`)],
    )
    lit = [...parts, ...cells]
    for (const element of parts) element.dataset['lit'] = 'row'
    for (const element of cells) element.dataset['lit'] = 'cell'
    const panes = new Set<Element>()
    for (const element of parts) {
      const pane = element.closest('[data-pane]')
      if (pane === null || pane === from || panes.has(pane)) continue
      panes.add(pane)
      bringIntoView(pane, element)
    }
  }
  const onPoint = (event: Event) => {
    const place = event.target instanceof Element ? event.target : null
    const part = place?.closest<HTMLElement>('[data-row], [data-item]')
    if (!place || !part) return
    const role = place.closest<HTMLElement>('[data-role]')?.dataset['role']
    const { row, item } = part.dataset
    const target =
      item === undefined ? targetOfRow(row ?? '') : { rows: links.get(item) ?? [], items: [item] }
    show({ ...target, role }, part.closest('[data-pane]'))
  }
  const targetOfRow = (row: string): Target => ({ rows: [row], items: itemsOf.get(row) ?? [] })
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const pane =
      event.target instanceof HTMLElement && event.target.matches('[data-pane]') ? event.target : null
    if (step === 0 || pane === null) return
    event.preventDefault()
    const parts = [...pane.querySelectorAll<HTMLElement>('[data-row], [data-item]')]
    const at = parts.findIndex((part) => part.dataset['lit'] !== undefined)
    const part = parts[Math.max(0, Math.min(parts.length - 1, at + step))]
    if (!part) return
    const { row, item } = part.dataset
    show(item === undefined ? targetOfRow(row ?? '') : { rows: links.get(item) ?? [], items: [item] }, pane)
    bringIntoView(pane, part)
  }

  for (const type of POINTING) root.addEventListener(type, onPoint)
  root.addEventListener('keydown', onKey)
  return {
    light: (target) => show(target, null),
    end: () => {
      for (const type of POINTING) root.removeEventListener(type, onPoint)
      root.removeEventListener('keydown', onKey)
      for (const element of lit) delete element.dataset['lit']
    },
  }
}

/** Scrolls a pane, and nothing around it, until an element stands in its upper part. */
function bringIntoView(pane: Element, element: Element): void {
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
  const margin = Math.min(96, outer.height / 4)
  if (inner.top >= outer.top + margin / 2 && inner.bottom <= outer.bottom) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  pane.scrollTo({
    top: pane.scrollTop + inner.top - outer.top - margin,
    behavior: still ? 'auto' : 'smooth',
  })
}
