/** Words that lead to a page. */
export interface Link {
  readonly title: string
  /** Path of a page of this site or address of another one. */
  readonly url: string
}

/** What a page says about itself to browsers, search engines and readers. */
export interface PageMeta {
  /** Heading of the page without the name of the site. */
  readonly title: string
  /** One or two sentences for search engines. */
  readonly description: string
  /** Path of the page, `/praktiki/x/`. */
  readonly path: string
  /** The way from the home page to this one, without both. */
  readonly crumbs: readonly Link[]
  /** ISO date of the last change of what the page shows; null when the page shows no single document. */
  readonly updated: string | null
  /** Facts for machines, schema.org. */
  readonly structured?: Readonly<Record<string, unknown>>
  /** Path of the feed of what the page is about; absent where that is the site's own. */
  readonly feed?: string
  /** Path of the picture that goes with links to the page; absent where that is the site's own. */
  readonly picture?: string | undefined
  /** By what the site's own search finds the page; absent when it is not to be found. */
  readonly search?: SearchFacets
}

/** Keys by which the search page narrows its results. */
export interface SearchFacets {
  readonly kind: SearchKind
  readonly form?: string
  readonly stages?: readonly string[]
  readonly levels?: readonly string[]
  /** Slug of the region. */
  readonly region?: string | null
}

/** What can be found, one by one and many of them. */
export const searchKinds = [
  { key: 'practice', title: 'Практика', plural: 'Практики' },
  { key: 'material', title: 'Материал', plural: 'Материалы' },
  { key: 'roadmap', title: 'Дорожная карта', plural: 'Дорожные карты' },
  { key: 'organization', title: 'Организация', plural: 'Организации' },
  { key: 'coverage', title: 'Публикация', plural: 'Публикации' },
  { key: 'collection', title: 'Сборник', plural: 'Сборники' },
  { key: 'page', title: 'Страница', plural: 'Справка' },
] as const

export type SearchKind = (typeof searchKinds)[number]['key']
