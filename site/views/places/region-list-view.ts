import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import type { Link } from '../page-meta.ts'

/** A region as an entry of the list of regions. */
export interface RegionEntry extends Link {
  /** «12 организаций». */
  readonly size: string
  /** «9 практик»; '' when there are none. */
  readonly practices: string
}

/** All regions by name, each with what it has. */
export function listRegions(content: ContentReader): RegionEntry[] {
  return content.list('region', 'all').map(({ id, name, slug }) => {
    const organizations = content.list('organization', `region/${id}`)
    const practices = organizations.reduce(
      (sum, organization) => sum + content.count('practice', `organization/${organization.id}`),
      0,
    )
    return {
      title: name,
      url: `/regiony/${slug}/`,
      size: formatCount(organizations.length, ['организация', 'организации', 'организаций']),
      practices: practices === 0 ? '' : formatCount(practices, ['практика', 'практики', 'практик']),
    }
  })
}
