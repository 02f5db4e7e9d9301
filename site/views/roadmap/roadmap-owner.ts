import type { Roadmap } from '#content/generated/types.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import type { Link } from '../page-meta.ts'

/** Whose a roadmap is: an organisation, or a region that plans for all of its schools. */
export interface RoadmapOwner extends Link {
  readonly id: string
  readonly type: 'organization' | 'region'
  /** The way from the home page to the owner, the owner included. */
  readonly crumbs: readonly Link[]
  /** Slug of the region it belongs to; null when the region is not published. */
  readonly regionSlug: string | null
}

/** Id of the organisation or region whose roadmap it is. */
export function ownerIdOf({ organization, region }: Pick<Roadmap, 'organization' | 'region'>): string | null {
  return organization?._ref ?? region?._ref ?? null
}

/** The owner of a roadmap; null when it is not published. */
export function findRoadmapOwner(
  roadmap: Pick<Roadmap, 'organization' | 'region'>,
  content: ContentReader,
): RoadmapOwner | null {
  const owner = content.link(ownerIdOf(roadmap))
  const url = content.addressOf(owner?._id)
  if (owner === null || url === null) return null
  const region = owner._type === 'region' ? owner : content.link(owner.region?._ref)
  const self = { title: owner.name, url }
  const regionUrl = content.addressOf(region?._id)
  const above =
    region === null || region === owner || regionUrl === null ? [] : [{ title: region.name, url: regionUrl }]
  return {
    ...self,
    id: owner._id,
    type: owner._type === 'region' ? 'region' : 'organization',
    crumbs: [{ title: 'Регионы', url: '/regiony/' }, ...above, self],
    regionSlug: region?.slug?.current ?? null,
  }
}

/** The roadmap at this address below its owner, `organizacii/<slug>` or `regiony/<slug>`. */
export function findRoadmap(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
  slug: string,
): { roadmap: Roadmap; owner: RoadmapOwner } | null {
  const ownerId = content.findId(ownerType, ownerSlug)
  const roadmap = ownerId === null ? null : content.find('roadmap', slug, ownerId)
  const owner = roadmap === null ? null : findRoadmapOwner(roadmap, content)
  return roadmap === null || owner === null ? null : { roadmap, owner }
}
