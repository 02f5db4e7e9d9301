import { useEffect, useState } from 'react'
import type { SanityClient } from 'sanity'
import type { KnownOwners } from '#content/roadmap-import/documents/outline-to-documents.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { fetchKnownOwners, type KnownOwnersList } from './known-owners.ts'
import { prepareDrafts, type Prepared } from './prepare-drafts.ts'

/** Organisations and regions that there are; null until the lake has answered. */
export function useKnownOwners(client: SanityClient): KnownOwnersList | null {
  const [owners, setOwners] = useState<KnownOwnersList | null>(null)
  useEffect(() => {
    let isCurrent = true
    void fetchKnownOwners(client).then((found) => isCurrent && setOwners(found))
    return () => {
      isCurrent = false
    }
  }, [client])
  return owners
}

/** What the lake holds of the roadmap that a reading becomes; null until it has answered. */
export function usePreparedDrafts(
  client: SanityClient,
  reading: RoadmapReading,
  owner: { fallbackName: string; known: KnownOwners } | null,
): Prepared | null {
  const [prepared, setPrepared] = useState<{ of: string; reading: RoadmapReading; value: Prepared } | null>(
    null,
  )
  const sign = JSON.stringify(owner)
  useEffect(() => {
    if (owner === null) return undefined
    let isCurrent = true
    void prepareDrafts(client, reading, owner).then(
      (value) => isCurrent && setPrepared({ of: sign, reading, value }),
    )
    return () => {
      isCurrent = false
    }
    // `sign` stands for `owner`, which is a new object at every turn.
  }, [client, reading, sign])
  return prepared?.of === sign && prepared.reading === reading ? prepared.value : null
}
