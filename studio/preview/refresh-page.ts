/**
 * Renders the page on screen anew and puts it in place without a reload, so that the scroll position and the
 * Studio's marks stay. A page that cannot be had is left as it is.
 */
export async function refreshPage(): Promise<void> {
  const response = await fetch(window.location.href, { cache: 'no-store', credentials: 'same-origin' })
  if (!response.headers.get('content-type')?.startsWith('text/html')) return
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  document.title = next.title
  addMissingStyles(next)
  document.body.className = next.body.className
  document.body.replaceChildren(...next.body.childNodes)
}

/** Styles stay when their markup goes: parts that come back must not flash unstyled. */
function addMissingStyles(next: Document): void {
  const present = new Set(stylesOf(document).map((style) => style.outerHTML))
  for (const style of stylesOf(next)) if (!present.has(style.outerHTML)) document.head.append(style)
}

function stylesOf(page: Document): Element[] {
  return [...page.head.querySelectorAll('style, link[rel="stylesheet"]')]
}
