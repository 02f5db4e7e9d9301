import type { InitialValueResolverContext } from 'sanity'
import { currentRoadmapQuery } from '#content/queries/roadmap-coverage.ts'
import { API_VERSION } from '../config/api-version.ts'

type GetClient = InitialValueResolverContext['getClient']

/** Id of the published roadmap of an organisation or region that is in force today, else of its newest one. */
export async function findCurrentRoadmap(getClient: GetClient, owner: string): Promise<string | null> {
  const today = new Intl.DateTimeFormat('sv-SE').format(new Date())
  const found: unknown = await getClient({ apiVersion: API_VERSION }).fetch(
    currentRoadmapQuery,
    { owner, today },
    { perspective: 'published' },
  )
  return typeof found === 'string' ? found : null
}
