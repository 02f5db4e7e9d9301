import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import type { Link } from '../page-meta.ts'

/** A region as an entry of the list of regions. */
export interface RegionEntry extends Link {
  /** «12 организаций». */
  readonly size: string
}

/** «85 регионов», «40 000 организаций»: what the country has. */
export function countCountry(content: ContentReader): string[] {
  return [
    formatCount(content.count('region', 'all'), ['регион', 'региона', 'регионов']),
    formatCount(content.count('organization', 'all'), ['организация', 'организации', 'организаций']),
    formatCount(content.count('roadmap', 'all'), ['дорожная карта', 'дорожные карты', 'дорожных карт']),
  ]
}

/** All regions by name, each with the number of its organisations. */
export function listRegions(content: ContentReader): RegionEntry[] {
  return content.list('region', 'all').map(({ id, name, slug }) => ({
    title: name,
    url: `/regiony/${slug}/`,
    size: formatCount(content.count('organization', `region/${id}`), [
      'организация',
      'организации',
      'организаций',
    ]),
  }))
}
