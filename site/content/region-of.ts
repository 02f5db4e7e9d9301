import type { SiteDocument } from './documents.ts'

/** Id of the region a document belongs to through its owner; null when it belongs to none. */
export function regionOf(
  document: SiteDocument | undefined,
  get: (id: string) => SiteDocument | undefined,
): string | null {
  if (document === undefined) return null
  switch (document._type) {
    case 'organization':
      return document.region?._ref ?? null
    case 'roadmap':
      return document.region?._ref ?? regionOfOrganization(document.organization, get)
    case 'practice':
    case 'material':
      return regionOfOrganization(document.organization, get)
    case 'coverage': {
      const roadmap = get(document.roadmap._ref)
      return roadmap?._type === 'roadmap' ? regionOf(roadmap, get) : null
    }
    default:
      return null
  }
}

function regionOfOrganization(
  reference: { _ref: string } | undefined,
  get: (id: string) => SiteDocument | undefined,
): string | null {
  const owner = reference === undefined ? undefined : get(reference._ref)
  return owner?._type === 'organization' ? regionOf(owner, get) : null
}
