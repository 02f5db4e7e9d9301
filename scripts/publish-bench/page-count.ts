/** A country whose site has about so many pages: two schools for three practices, as the real one. */
export function sizeForPages(pages: number): { schools: number; practices: number } {
  return {
    schools: Math.max(1, Math.round(pages * PAGES_TO_SCHOOLS)),
    practices: Math.max(1, Math.round(pages * PAGES_TO_PRACTICES)),
  }
}

const PAGES_TO_SCHOOLS = 0.187
const PAGES_TO_PRACTICES = 0.28

/** Whether a path leads to a page for readers, not to a file to download. */
export function isPage(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html')
}
