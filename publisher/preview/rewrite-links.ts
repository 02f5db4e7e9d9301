/** Paths that are not pages of the site: they keep their address also inside the preview. */
const OWN_ADDRESS = /^\/(?:preview|studio|images|files|_astro|pagefind|v\d|v1|vX)(?:\/|$)/
const LINK = /(<(?:a|area|form)\b[^>]*?\s(?:href|action)=(["']))(\/(?!\/)[^"']*)/g

/** Makes the links and forms of a page lead to the preview of their page: `/praktiki/` → `/preview/praktiki/`. */
export function rewriteLinks(html: string, base: string): string {
  return html.replaceAll(LINK, (whole, start: string, _quote: string, path: string) =>
    OWN_ADDRESS.test(path) ? whole : `${start}${base}${path}`,
  )
}

/** Adds what a preview needs to a page: no robots, and the script that shows editors what they can click. */
export function addPreviewParts(html: string, scriptPath: string): string {
  const parts = `<meta name="robots" content="noindex, nofollow"><script type="module" src="${scriptPath}"></script>`
  const head = html.indexOf('</head>')
  return head === -1 ? `${html}${parts}` : `${html.slice(0, head)}${parts}${html.slice(head)}`
}
