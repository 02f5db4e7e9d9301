import type { InitialValueResolverContext, Template } from 'sanity'
import { z } from 'zod'
import { API_VERSION } from '../config/api-version.ts'
import { findCurrentRoadmap } from './current-roadmap.ts'
import { OWNED_DOCUMENTS } from './owned-documents.ts'

const scopesSchema = z.array(z.object({ about: z.string().nullable() }))

const OWNER_QUERY = '*[_id == $id][0]{_id, _type}'

/** The one organisation or region that somebody's role is limited to. */
const ownerSchema = z.object({
  _id: z.string(),
  _type: z.enum(['organization', 'region']),
})

export interface Owner extends z.infer<typeof ownerSchema> {
  /** Its current roadmap, for publications, which belong to an owner through one. */
  readonly roadmap: string | null
}

type GetClient = InitialValueResolverContext['getClient']

/**
 * Lets new documents belong to the organisation or region that the editor's role is limited to: without it nobody with
 * such a role could create one outside of the owner's own lists. For the embedded lake.
 */
export function withDefaultOwner(templates: Template[]): Template[] {
  const owners = new WeakMap<object, Promise<Owner | null>>()
  const findOnce = (context: InitialValueResolverContext) => {
    const key = context.currentUser ?? context
    const found = owners.get(key) ?? findOwner(context.getClient).catch(() => null)
    owners.set(key, found)
    return found
  }
  return templates.map((template) => {
    const fields = OWNED_DOCUMENTS.filter(({ type }) => type === template.schemaType).map(
      ({ field }) => field,
    )
    if (template.id !== template.schemaType || fields.length === 0) return template
    const { value } = template
    return {
      ...template,
      value: async (params: Record<string, unknown>, context: InitialValueResolverContext) => {
        const given: unknown = typeof value === 'function' ? await value(params, context) : value
        return ownBy(given, fields, await findOnce(context))
      },
    }
  })
}

/** The initial value with a reference to the owner, where its type has a field for such an owner. */
export function ownBy(
  value: unknown,
  fields: readonly string[],
  owner: Owner | null,
): Record<string, unknown> {
  const given = typeof value === 'object' && value !== null ? { ...value } : {}
  if (owner === null) return given
  if (fields.includes(owner._type)) return { ...given, [owner._type]: referTo(owner._id) }
  if (fields.includes('roadmap') && owner.roadmap !== null)
    return { ...given, roadmap: referTo(owner.roadmap) }
  return given
}

function referTo(_ref: string) {
  return { _type: 'reference', _ref }
}

async function findOwner(getClient: GetClient): Promise<Owner | null> {
  const client = getClient({ apiVersion: API_VERSION })
  const answer: unknown = await client.request({ uri: '/users/me/scopes' })
  const [only, another] = scopesSchema.parse(answer)
  if (!only?.about || another) return null
  const found: unknown = await client.fetch(OWNER_QUERY, { id: only.about }, { perspective: 'published' })
  const owner = ownerSchema.safeParse(found).data
  return owner === undefined ? null : { ...owner, roadmap: await findCurrentRoadmap(getClient, owner._id) }
}
