import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { organizationScope, regionScope, type ContentScope } from '#content/access/scopes.ts'
import { CommandError, UsageError } from '../command-line.ts'
import { connectToLake } from '../connect.ts'

/** Where a role is to count, as the command was told: slugs of organisations and regions. */
export interface ScopeOptions {
  organization?: string[]
  region?: string[]
}

/** For `parseArgs`; each may be given several times. */
export const SCOPE_OPTIONS = {
  organization: { type: 'string', multiple: true },
  region: { type: 'string', multiple: true },
} as const

export const SCOPE_USAGE = `  --organization SLUG   роль действует только в этой организации (адрес её страницы: …/SLUG/)
  --region SLUG         роль действует в регионе и во всех его организациях
                        Оба слова можно повторить. Без них роль действует везде.`

const owner = z.object({ id: z.string(), name: z.string() })

const OWNER_QUERY = `*[_type == $type && (slug.current == $slug || _id == $slug)][0]{"id": _id, name}`

/**
 * The scopes that the options name.
 * @throws {UsageError} when an administrator is to have some
 * @throws {CommandError} when there is no such organisation or region
 */
export async function findScopes(
  { organization = [], region = [] }: ScopeOptions,
  role: string,
): Promise<ContentScope[]> {
  if (organization.length + region.length === 0) return []
  if (role === 'administrator') {
    throw new UsageError('Администратор работает со всем содержанием: границы бывают у editor и viewer.')
  }
  const lake = await connectToLake()
  try {
    const scopes: ContentScope[] = []
    for (const slug of organization) {
      scopes.push(organizationScope(await findOwner(lake.client, 'organization', slug)))
    }
    for (const slug of region) scopes.push(regionScope(await findOwner(lake.client, 'region', slug)))
    return scopes
  } finally {
    await lake.close()
  }
}

async function findOwner(client: SanityClient, type: 'organization' | 'region', slug: string) {
  const found = owner.safeParse(await client.fetch(OWNER_QUERY, { type, slug }, { perspective: 'published' }))
  if (found.success) return found.data
  const what = type === 'organization' ? 'опубликованной организации' : 'опубликованного региона'
  throw new CommandError(
    `Нет ${what} с адресом «${slug}». Адрес виден в Студии и в конце ссылки на страницу.`,
  )
}

/** `редактор: Школа № 5`; without scopes only the role. */
export function describeRole(roleTitle: string, scopes: readonly { title: string }[]): string {
  return scopes.length === 0 ? roleTitle : `${roleTitle}: ${scopes.map(({ title }) => title).join('; ')}`
}
