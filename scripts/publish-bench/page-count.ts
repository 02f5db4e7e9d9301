/** A country whose site has about so many pages: two schools for three practices, as the real one. */
export function sizeForPages(pages: number): { schools: number; practices: number } {
  return {
    schools: Math.max(1, Math.round(pages * PAGES_TO_SCHOOLS)),
    practices: Math.max(1, Math.round(pages * PAGES_TO_PRACTICES)),
  }
}

const PAGES_TO_SCHOOLS = 0.187
const PAGES_TO_PRACTICES = 0.28
