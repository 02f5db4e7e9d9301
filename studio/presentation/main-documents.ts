import type { DocumentResolver } from 'sanity/presentation'
import { PRESENTED_PAGES } from '#content/queries/presentation.ts'
import { PREVIEW_PATH } from './document-locations.ts'

/** Which document a page of the preview is about: opening the page opens the document beside it. */
export function mainDocuments(): DocumentResolver[] {
  return PRESENTED_PAGES.map(({ route, filter }) => ({
    route: routesOf(route),
    filter,
    params: ({ params }) => params,
  }))
}

// Pages end with a slash on the site, and editors type them without.
function routesOf(route: string): string[] {
  const path = `${PREVIEW_PATH}${route === '/' ? '' : route}`
  return [path, `${path}/`]
}
