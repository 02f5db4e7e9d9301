/**
 * The file of a release that holds the page of a path: `/` → `index.html`, `/praktiki/x/` →
 * `praktiki/x/index.html`, `/sitemap.xml` → `sitemap.xml`.
 *
 * @throws when the path could leave the release or name a hidden file
 */
export function fileOfPath(path: string): string {
  const decoded = decodeURIComponent(path)
  const segments = decoded.split('/')
  const last = segments.at(-1) ?? ''
  const inner = segments.slice(1, -1)
  const safe =
    decoded.startsWith('/') &&
    !/[\0\\]/.test(decoded) &&
    inner.every((segment) => segment !== '' && !segment.startsWith('.')) &&
    !last.startsWith('.')
  if (!safe)
    throw new Error(`A page cannot have the path ${JSON.stringify(path)}: it would leave the release`)
  const file = decoded.slice(1)
  return last === '' ? `${file}index.html` : file
}
