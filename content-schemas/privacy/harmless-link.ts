/** Fields whose texts become links on pages. */
export const LINK_FIELDS: ReadonlySet<string> = new Set(['href', 'url', 'site'])

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * Whether a link leads somewhere, as browsers read it, and runs nothing: `javascript:` and `data:` do not pass, however
 * they are disguised.
 */
export function isHarmlessLink(link: string): boolean {
  const url = URL.parse(link, 'https://site.invalid')
  return url !== null && PROTOCOLS.has(url.protocol)
}
