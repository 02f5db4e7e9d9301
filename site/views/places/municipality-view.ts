import type { ContentReader } from '../../content/content-reader.ts'
import { type RegionMatrix, viewRegionMatrix } from '../information-support/region-matrix.ts'
import type { PageMeta } from '../page-meta.ts'

/** Everything the page of a municipality shows. */
export interface MunicipalityView {
  readonly page: PageMeta
  readonly name: string
  readonly matrix: RegionMatrix
}

/** The page of a municipality; null when there is none at this address. */
export function viewMunicipality(
  content: ContentReader,
  regionSlug: string,
  slug: string,
): MunicipalityView | null {
  const regionId = content.findId('region', regionSlug)
  const region = content.link(regionId)
  const municipality = regionId === null ? null : content.find('municipality', slug, regionId)
  if (region === null || municipality === null) return null
  const regionUrl = `/regiony/${regionSlug}/`
  return {
    page: {
      title: `${municipality.name}: наставничество`,
      description: `${municipality.name}, ${region.name}: дорожные карты организаций и что о них опубликовано.`,
      path: `${regionUrl}${slug}/`,
      crumbs: [
        { title: 'Регионы', url: '/regiony/' },
        { title: region.name, url: regionUrl },
      ],
      updated: municipality._updatedAt.slice(0, 10),
      search: { kind: 'organization', region: regionSlug },
    },
    name: municipality.name,
    matrix: viewRegionMatrix(
      content.list('organization', `municipality/${municipality._id}`),
      content,
      'name',
    ),
  }
}
