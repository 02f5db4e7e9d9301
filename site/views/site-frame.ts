import type { ContentReader } from '../content/content-reader.ts'

/** What stands around every page. */
export interface SiteFrame {
  readonly title: string
  readonly tagline: string
  readonly operator: string
  readonly contactEmail: string
  readonly origin: string
}

/** The words around every page, from the settings of the site. */
export function viewFrame(content: ContentReader): SiteFrame {
  const settings = content.get('siteSettings', 'siteSettings')
  return {
    title: settings?.title ?? 'Копилка',
    tagline: settings?.tagline ?? 'Наставничество в школах: планы, дела и опыт',
    operator: settings?.operator ?? '',
    contactEmail: settings?.contactEmail ?? '',
    origin: content.origin,
  }
}
