import type { FilterCounts, FoundPage } from './search-engine.ts'

/** An entry of the list of results. */
export function renderResult({ url, excerpt, meta }: FoundPage): HTMLLIElement {
  const item = document.createElement('li')
  const kind = item.appendChild(document.createElement('p'))
  kind.className = 'kind'
  kind.textContent = [meta['kind'], meta['date']].filter(Boolean).join(' · ')
  const link = item.appendChild(document.createElement('a'))
  link.className = 'title'
  link.href = url
  link.textContent = meta['title'] ?? url
  const text = item.appendChild(document.createElement('p'))
  text.className = 'excerpt'
  text.append(...renderExcerpt(excerpt))
  return item
}

/** Shows beside each choice how many results it has; nothing while the counts of its filter are not loaded. */
export function renderCounts(filters: HTMLElement, counts: FilterCounts): void {
  for (const input of filters.querySelectorAll('input')) {
    const count = input.parentElement?.querySelector('.count')
    const known = counts[input.name]
    if (count) count.textContent = known === undefined ? '' : String(known[input.value] ?? 0)
  }
}

/** The words around a hit; only `mark` has a meaning in them, everything else is text. */
function renderExcerpt(excerpt: string): (Node | string)[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1]
    if (marked === undefined) return decode(part)
    const mark = document.createElement('mark')
    mark.textContent = decode(marked)
    return mark
  })
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}
