/** A page of the public site and the document it is about. */
export interface PresentedPage {
  /** Pattern of the address; `:slug` and `:owner` become parameters of the filter. */
  readonly route: string
  /** GROQ filter that finds the document, with the parameters `$slug` and `$owner`. */
  readonly filter: string
}

/** Which document the editor sees at which address of the preview, most special first. */
export const PRESENTED_PAGES = [
  {
    route: '/organizacii/:owner/karta/:slug/informacionnaya-podderzhka',
    filter: `_type == "roadmap" && slug.current == $slug && organization->slug.current == $owner`,
  },
  {
    route: '/organizacii/:owner/karta/:slug',
    filter: `_type == "roadmap" && slug.current == $slug && organization->slug.current == $owner`,
  },
  {
    route: '/regiony/:owner/karta/:slug/informacionnaya-podderzhka',
    filter: `_type == "roadmap" && slug.current == $slug && region->slug.current == $owner`,
  },
  {
    route: '/regiony/:owner/karta/:slug',
    filter: `_type == "roadmap" && slug.current == $slug && region->slug.current == $owner`,
  },
  {
    route: '/regiony/:owner/:slug',
    filter: `_type == "municipality" && slug.current == $slug && region->slug.current == $owner`,
  },
  { route: '/regiony/:slug', filter: `_type == "region" && slug.current == $slug` },
  { route: '/organizacii/:slug', filter: `_type == "organization" && slug.current == $slug` },
  { route: '/publikacii/:slug', filter: `_type == "coverage" && slug.current == $slug` },
  { route: '/praktiki/:slug', filter: `_type == "practice" && slug.current == $slug` },
  { route: '/materialy/:slug', filter: `_type == "material" && slug.current == $slug` },
  { route: '/sborniki/:slug', filter: `_type == "collection" && slug.current == $slug` },
  { route: '/', filter: `_type == "siteSettings"` },
  { route: '/:slug', filter: `_type == "page" && slug.current == $slug` },
] as const satisfies readonly PresentedPage[]
