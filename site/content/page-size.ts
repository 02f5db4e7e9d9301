/** How many entries a page of a long list shows. */
export const PAGE_SIZE = 50
