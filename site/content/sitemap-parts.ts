/** Search engines take at most 50,000 addresses in a file. */
export const MAX_SITEMAP_ADDRESSES = 45_000

/** How many files the addresses of the site take; 1 when the sitemap is one file. */
export function countSitemapParts(addresses: number): number {
  return Math.max(1, Math.ceil(addresses / MAX_SITEMAP_ADDRESSES))
}

/** Paths of the parts of the sitemap, [] when it is one file. */
export function listSitemapParts(addresses: number): string[] {
  const parts = countSitemapParts(addresses)
  return parts === 1 ? [] : Array.from({ length: parts }, (_, index) => `/sitemap-${index + 1}.xml`)
}
