import { writeDocx } from '#content/roadmap-export/docx/write-docx.ts'
import { layOutSheet } from '#content/roadmap-export/lay-out-sheet.ts'
import type { PrintContext } from '#content/roadmap-export/printable-roadmap.ts'
import type { Organization, Roadmap } from '#content/generated/types.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { findRoadmap, type RoadmapOwner } from '../roadmap/roadmap-owner.ts'

/** Who signs for an organisation when the roadmap does not say. */
const HEADS: Record<Organization['kind'], string> = {
  school: 'Директор',
  kindergarten: 'Заведующий',
  additional: 'Директор',
  vocational: 'Директор',
  institute: 'Ректор',
  authority: 'Руководитель',
}

const REGION_HEAD = 'Руководитель органа управления образованием'

/** A roadmap as a Word document to print and sign; null when there is none at this address. */
export async function writeRoadmapDocument(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
  slug: string,
): Promise<Uint8Array | null> {
  const found = findRoadmap(content, ownerType, ownerSlug, slug)
  return found === null ? null : writeDocx(layOutSheet(found.roadmap, describePrint(found, content)))
}

function describePrint(
  { roadmap, owner }: { roadmap: Roadmap; owner: RoadmapOwner },
  content: ContentReader,
): PrintContext {
  const organization = content.get('organization', roadmap.organization?._ref)
  const signer = content.get('person', roadmap.approval?.signedBy?._ref)
  const position = signer?.position ?? roadmap.approval?.signedByPosition
  return {
    owner: {
      name: organization?.name ?? owner.title,
      fullName: organization?.fullName ?? owner.title,
      headPosition: position ?? (organization === null ? REGION_HEAD : HEADS[organization.kind]),
    },
    signer: signer?.name ?? null,
    nameOf: (id) => content.get('person', id)?.name ?? null,
    source: {
      url: `${content.origin}${owner.url}karta/${roadmap.slug.current}/`,
      updated: roadmap._updatedAt.slice(0, 10),
    },
  }
}
